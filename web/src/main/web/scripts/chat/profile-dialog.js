import { AVATAR_TYPES, LARGEST_AVATAR } from "../entry/rules.js";
import { api } from "../http/api.js";
import { Problem, Unreachable } from "../http/problem.js";
import { problemText, violationText } from "../problem-text.js";
import { say } from "../words.js";
import { showAvatar, showInitials } from "./avatar.js";

/**
 * The dialog in which the user sees their name and changes their picture.
 *
 * @param {{dialog: HTMLDialogElement, people: !Object, me: function():!Object,
 *     onChange: function(!Object):void}} options `onChange` hears the user as the server has it now
 */
export function createProfileDialog({ dialog, people, me, onChange }) {
  const preview = dialog.querySelector("[data-test=avatar-preview]");
  const file = dialog.querySelector("[data-test=avatar-file]");
  const save = dialog.querySelector("[data-test=avatar-save]");
  const remove = dialog.querySelector("[data-test=avatar-remove]");
  const error = dialog.querySelector("[data-test=avatar-error]");
  /** @type {(File|null)} */
  let chosen = null;
  let busy = false;

  function reset() {
    choose(null);
    tell("");
    file.value = "";
    showInitials(preview, me());
    showAvatar(preview, me(), people, 256);
    remove.hidden = me().avatar === null;
  }

  function choose(picture) {
    chosen = picture;
    save.hidden = !picture;
  }

  function tell(text) {
    error.textContent = text;
  }

  function showChosen(picture) {
    const image = new Image();
    image.alt = say("profile.preview");
    const url = URL.createObjectURL(picture);
    image.onload = () => URL.revokeObjectURL(url);
    image.onerror = () => {
      reset();
      tell(say("profile.unreadable"));
    };
    image.src = url;
    // The place is the file's now: a picture of the old one that is still on its way stays out.
    delete preview.dataset.avatarOf;
    preview.className = "avatar";
    preview.replaceChildren(image);
  }

  file.addEventListener("change", () => {
    const [picture] = file.files;
    reset();
    if (!picture) {
      return;
    }
    if (!AVATAR_TYPES.includes(picture.type)) {
      return tell(say("profile.wrong-type"));
    }
    if (picture.size > LARGEST_AVATAR) {
      return tell(say("profile.too-large"));
    }
    choose(picture);
    showChosen(picture);
  });

  save.addEventListener("click", () =>
    change(() => api("PUT", "/api/me/avatar", { body: chosen })),
  );
  remove.addEventListener("click", () =>
    change(async () => {
      await api("DELETE", "/api/me/avatar");
      return { ...me(), avatar: null };
    }),
  );

  async function change(request) {
    if (busy) {
      return;
    }
    setBusy(true);
    try {
      onChange(await request());
      reset();
    } catch (refusal) {
      tell(explain(refusal));
    } finally {
      setBusy(false);
    }
  }

  function explain(refusal) {
    if (refusal instanceof Problem) {
      const [violation] = refusal.errors;
      return violation ? violationText(violation) : problemText(refusal);
    }
    if (refusal instanceof Unreachable) {
      return say("problem.unreachable");
    }
    throw refusal;
  }

  function setBusy(value) {
    busy = value;
    for (const button of [save, remove]) {
      button.setAttribute("aria-disabled", String(value));
    }
  }

  return {
    open() {
      dialog.querySelector(".profile-name").textContent = me().display_name;
      dialog.querySelector(".profile-username").textContent = `@${me().username}`;
      reset();
      dialog.showModal();
    },
  };
}
