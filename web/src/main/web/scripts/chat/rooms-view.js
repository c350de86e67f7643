import { say, sayCount } from "../words.js";
import { fromTemplate } from "./message-view.js";

/**
 * The lists of rooms: those the user is in, and the others, which can be joined.
 *
 * @param {{joined: Element, others: Element, rooms: !Object, onJoin: function(string):void}} options
 */
export function createRoomsView({ joined, others, rooms, onJoin }) {
  function joinedRow(room, current) {
    const row = fromTemplate("room-template");
    const link = row.querySelector("a");
    const unread = rooms.unread(room);
    link.href = `#${room.name}`;
    link.dataset.test = `room-${room.name}`;
    link.classList.toggle("unread", unread > 0);
    if (room.name === current) {
      link.setAttribute("aria-current", "page");
    }
    row.querySelector(".name").textContent = room.name;
    const badge = row.querySelector(".badge");
    badge.hidden = unread === 0;
    badge.textContent = unread > 99 ? "99+" : String(unread);
    badge.setAttribute("aria-label", sayCount("rooms.unread", unread));
    return row;
  }

  function otherRow(room) {
    const row = fromTemplate("other-room-template");
    const link = row.querySelector("a");
    link.href = `#${room.name}`;
    link.dataset.test = `room-${room.name}`;
    row.querySelector(".name").textContent = room.name;
    row.querySelector(".count").textContent = sayCount("members", room.members ?? 0);
    const button = row.querySelector("button");
    button.dataset.test = `join-${room.name}`;
    button.setAttribute("aria-label", say("rooms.join-named", { room: room.name }));
    button.addEventListener("click", () => onJoin(room.name));
    return row;
  }

  function fill(list, rows) {
    // Focus stays where it was, also when its row is made anew.
    const focused = list.contains(document.activeElement) && document.activeElement.dataset.test;
    list.replaceChildren(...rows);
    list.previousElementSibling?.classList.toggle("of-nothing", rows.length === 0);
    if (focused) {
      list.querySelector(`[data-test="${focused}"]`)?.focus();
    }
  }

  return {
    show(current) {
      const all = rooms.all();
      fill(
        joined,
        all.filter((room) => room.joined).map((room) => joinedRow(room, current)),
      );
      fill(others, all.filter((room) => !room.joined).map(otherRow));
    },
  };
}
