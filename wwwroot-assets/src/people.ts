import "./css/base.css";
import "./people/paper.css";
import "./people/gear.css";
import { offerPasskeys } from "./people/passkey";
import { sayStrength } from "./people/strength";

// Sign-in, first account, enrolment and the owner's own shop: forms that work without a script; it adds passkeys and comfort.
document.documentElement.classList.add("scripted");
offerPasskeys();
sayStrength();
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
