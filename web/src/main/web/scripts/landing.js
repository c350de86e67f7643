import { openPage } from "./page.js";
import { session } from "./session/session.js";

openPage();
document.documentElement.classList.toggle("logged-in", session() !== null);
