import { say } from "../words.js";
import { showAvatar, showInitials } from "./avatar.js";
import { dayName, momentOf, timeOf } from "./days.js";
import { withLinks } from "./links.js";

/** Makes an element from one of the page's templates. */
export function fromTemplate(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

/** @return {Element} the line between two days */
export function dayElement(at) {
  const element = fromTemplate("day-template");
  element.querySelector("span").textContent = dayName(at);
  return element;
}

/**
 * One message, from the room's timeline or still in the outbox.
 *
 * @param {{people: !Object, onRetry: function(!Object):void, onDiscard: function(!Object):void}}
 *     options
 */
export function createMessageView({ people, onRetry, onDiscard }) {
  return {
    /** @return {Element} */
    create(item) {
      const element = fromTemplate("message-template");
      const at = new Date(item.at);
      const author = people.get(item.from.username);
      const name = element.querySelector(".author");
      name.textContent = author.display_name;
      name.dataset.nameOf = author.username;
      name.title = `@${author.username}`;
      for (const time of element.querySelectorAll("time")) {
        time.dateTime = item.at;
        time.textContent = timeOf(at);
        time.title = momentOf(at);
      }
      element.querySelector(".text").append(withLinks(item.text));
      const avatar = element.querySelector(".avatar");
      showInitials(avatar, author);
      showAvatar(avatar, author, people);
      return element;
    },

    /** Brings what may change up to date: the state, and whether it goes on from the one before. */
    update(element, item, { mine, follows }) {
      element.classList.toggle("follows", follows);
      element.classList.toggle("mine", mine);
      const state = item.seq === undefined ? item.state : "sent";
      if (element.dataset.state === state && element.dataset.reason === (item.reason ?? "")) {
        return;
      }
      element.dataset.state = state;
      element.dataset.reason = item.reason ?? "";
      if (item.seq !== undefined) {
        element.dataset.seq = item.seq;
      }
      element.querySelector(".status").replaceChildren(...statusNodes(item, state, mine));
    },
  };

  function statusNodes(item, state, mine) {
    if (state === "failed") {
      const why = document.createElement("span");
      why.textContent = say("message.failed", { reason: item.reason });
      return [
        why,
        button("message.retry", "retry", () => onRetry(item)),
        button("message.discard", "discard", () => onDiscard(item)),
      ];
    }
    if (!mine) {
      return [];
    }
    const sign = fromTemplate(`${state}-template`);
    sign.querySelector("title").textContent = say(`message.${state}`);
    return [sign];
  }

  function button(key, test, onClick) {
    const element = document.createElement("button");
    element.type = "button";
    element.dataset.test = test;
    element.textContent = say(key);
    element.addEventListener("click", onClick);
    return element;
  }
}
