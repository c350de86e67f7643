import { codePoints, isText, LONGEST_TEXT } from "../entry/rules.js";
import { language } from "../language.js";
import { tab } from "../stored.js";
import { say } from "../words.js";

/** From so many code points on the counter is shown. */
const NEAR = LONGEST_TEXT - 400;

/**
 * The field in which a message is written. What is not sent yet is kept for each room, over a reload
 * too.
 *
 * @param {{form: HTMLFormElement, onSend: function(string):void}} options
 */
export function createComposer({ form, onSend }) {
  const field = form.elements.text;
  const counter = form.querySelector(".counter");
  const button = form.querySelector("[type=submit]");
  let room = "";

  const draftKey = () => `vorota.draft.${room}`;
  const written = () => field.value.replace(/\r\n?/g, "\n").trim();

  function review() {
    const length = codePoints(field.value);
    const tooLong = length > LONGEST_TEXT;
    counter.hidden = length < NEAR;
    counter.textContent = `${length.toLocaleString(language())} / ${LONGEST_TEXT.toLocaleString(language())}`;
    counter.classList.toggle("over", tooLong);
    field.setAttribute("aria-invalid", String(tooLong));
    button.setAttribute("aria-disabled", String(!isText(written())));
    grow();
  }

  /** Browsers without `field-sizing: content` need to be told the height. */
  function grow() {
    if (!CSS.supports("field-sizing", "content")) {
      field.rows = Math.min(8, Math.max(1, field.value.split("\n").length));
    }
  }

  function send() {
    const text = written();
    if (room !== "" && isText(text)) {
      field.value = "";
      tab.set(draftKey(), null);
      review();
      onSend(text);
    }
    field.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  field.addEventListener("input", () => {
    tab.set(draftKey(), field.value || null);
    review();
  });

  return {
    /** @param {string} name of the room that is written to from now on */
    enter(name) {
      room = name;
      field.value = tab.get(draftKey()) ?? "";
      field.placeholder = say("composer.hint", { room: name });
      review();
    },

    focus: () => field.focus(),
  };
}
