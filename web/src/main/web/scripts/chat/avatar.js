const TONES = 8;

/**
 * Shows a person in an element: the picture where there is one, else initials on a colour that
 * stays the same for the name.
 *
 * @param {Element} element
 * @param {{username: string, display_name: string, avatar: (string|null)}} person
 * @param {!Object} people
 * @param {number=} size of the picture, in pixels: 64 or 256
 */
export async function showAvatar(element, person, people, size = 64) {
  element.dataset.avatarOf = person.username;
  element.dataset.avatarVersion = person.avatar ?? "";
  const url = await people.picture(person, size);
  const current =
    element.dataset.avatarOf === person.username &&
    element.dataset.avatarVersion === (person.avatar ?? "");
  if (current) {
    showPicture(element, person, url);
  }
}

/** The initials at once, so that nothing is blank while the picture is on its way. */
export function showInitials(element, person) {
  element.className = `avatar tone-${toneOf(person.username)}`;
  element.replaceChildren(initialsOf(person.display_name));
}

function showPicture(element, person, url) {
  if (!url) {
    return showInitials(element, person);
  }
  const image = new Image();
  image.src = url;
  image.alt = "";
  element.className = "avatar";
  element.replaceChildren(image);
}

function toneOf(username) {
  let hash = 7;
  for (const letter of username) {
    hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  }
  return hash % TONES;
}

function initialsOf(name) {
  const words = name.split(" ").filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => [...word][0].toUpperCase()).join("");
}
