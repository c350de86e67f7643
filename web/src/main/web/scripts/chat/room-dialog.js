import { guardForm } from "../entry/form.js";
import { isRoomName } from "../entry/rules.js";

/**
 * The dialog that makes a new room.
 *
 * @param {{dialog: HTMLDialogElement, create: function(string):Promise<void>}} options
 */
export function createRoomDialog({ dialog, create }) {
  const form = dialog.querySelector("[method=post]");
  const name = () => form.elements.room.value.trim().toLowerCase();
  guardForm(form, {
    rules: { room: () => isRoomName(name()) },
    fieldOf: { "room-exists": "room" },
    async send() {
      await create(name());
      dialog.close();
    },
  });
  return {
    open() {
      form.reset();
      form.querySelector(".error").textContent = "";
      dialog.showModal();
    },
  };
}
