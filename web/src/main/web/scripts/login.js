import { logIn, skipIfLoggedIn, usernameOf } from "./entry/arrive.js";
import { guardForm, revealPassword } from "./entry/form.js";
import { isUsername } from "./entry/rules.js";
import { openPage } from "./page.js";
import { tab } from "./stored.js";

skipIfLoggedIn();
openPage();

if (tab.get("vorota.ended")) {
  tab.set("vorota.ended", null);
  document.querySelector("[data-test=session-ended]").hidden = false;
}

const form = document.querySelector("form");
const { username, password } = form.elements;
revealPassword(form);
guardForm(form, {
  rules: {
    username: (value) => isUsername(usernameOf(value)),
    password: (value) => value !== "",
  },
  send: () => logIn(usernameOf(username.value), password.value),
});
