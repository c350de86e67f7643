/**
 * What the server accepts, checked here first so that nobody waits for a refusal. The server checks
 * again and has the last word.
 */

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,31}$/;
const ROOM = /^[a-z0-9][a-z0-9_-]{1,31}$/;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const SPACE_OTHER_THAN_PLAIN = /(?! )\p{Zs}/u;
const REFUSED_IN_TEXT = /(?![\t\n])[\p{Cc}\p{Cs}]/u;

/** The most code points of a message. */
export const LONGEST_TEXT = 4_000;

/** The most bytes of an uploaded picture, and its types. */
export const LARGEST_AVATAR = 5 * 1024 * 1024;
export const AVATAR_TYPES = ["image/png", "image/jpeg", "image/webp"];

/** @return {number} */
export function codePoints(text) {
  return [...text].length;
}

export function isUsername(value) {
  return USERNAME.test(value);
}

export function isPassword(value) {
  const length = codePoints(value);
  return length >= 8 && length <= 128;
}

export function isDisplayName(value) {
  const normal = value.normalize("NFC");
  const length = codePoints(normal);
  return (
    length >= 1 &&
    length <= 64 &&
    !INVISIBLE.test(normal) &&
    !SPACE_OTHER_THAN_PLAIN.test(normal) &&
    !normal.startsWith(" ") &&
    !normal.endsWith(" ") &&
    !normal.includes("  ")
  );
}

export function isRoomName(value) {
  return ROOM.test(value);
}

export function isText(value) {
  return value.trim() !== "" && codePoints(value) <= LONGEST_TEXT && !REFUSED_IN_TEXT.test(value);
}
