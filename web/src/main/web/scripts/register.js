import { logIn, skipIfLoggedIn, usernameOf } from "./entry/arrive.js";
import { guardForm, revealPassword } from "./entry/form.js";
import { isDisplayName, isPassword, isUsername } from "./entry/rules.js";
import { call } from "./http/call.js";
import { openPage } from "./page.js";

skipIfLoggedIn();
openPage();

const form = document.querySelector("form");
const { username, password, display_name } = form.elements;
revealPassword(form);
guardForm(form, {
  rules: {
    username: (value) => isUsername(usernameOf(value)),
    display_name: (value) => value.trim() === "" || isDisplayName(value.trim()),
    password: isPassword,
  },
  fieldOf: { "username-taken": "username" },
  send: register,
});

async function register() {
  const name = usernameOf(username.value);
  const json = { username: name, password: password.value };
  if (display_name.value.trim() !== "") {
    json.display_name = display_name.value.trim();
  }
  await call("POST", "/api/register", { json });
  await logIn(name, password.value);
}
