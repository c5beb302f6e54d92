// Passkeys: the server's question comes as JSON with its bytes in base64url, the browser wants and gives buffers.
import { say } from "../page/say";

type Encoded = Record<string, unknown>;

const bytes = (text: string) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));

const text = (buffer: ArrayBuffer | null) =>
  buffer === null ? null : btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const known = (list: unknown) => (list as { id: string; type: "public-key" }[] | undefined)?.map(one => ({ ...one, id: bytes(one.id) })) ?? [];

async function make(question: Encoded) {
  const user = question.user as { id: string; name: string; displayName: string };
  const made = await navigator.credentials.create({ publicKey: {
    ...question, challenge: bytes(question.challenge as string), user: { ...user, id: bytes(user.id) }, excludeCredentials: known(question.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions }) as PublicKeyCredential;
  const answer = made.response as AuthenticatorAttestationResponse;
  return whole(made, { clientDataJSON: text(answer.clientDataJSON), attestationObject: text(answer.attestationObject), transports: answer.getTransports?.() ?? [] });
}

async function get(question: Encoded) {
  const given = await navigator.credentials.get({ publicKey: {
    ...question, challenge: bytes(question.challenge as string), allowCredentials: known(question.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions }) as PublicKeyCredential;
  const answer = given.response as AuthenticatorAssertionResponse;
  return whole(given, {
    clientDataJSON: text(answer.clientDataJSON), authenticatorData: text(answer.authenticatorData), signature: text(answer.signature), userHandle: text(answer.userHandle),
  });
}

const whole = (credential: PublicKeyCredential, response: Encoded): Encoded => ({
  id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined, clientExtensionResults: credential.getClientExtensionResults(),
});

/** Each `data-passkey` button asks the server, then the device, and sends its form with the answer in `credential`. */
export function offerPasskeys() {
  // Off https and off a name there are none: the page says so instead of offering what cannot work.
  const possible = window.isSecureContext && "PublicKeyCredential" in window && !/^[\d.]+$|:/.test(location.hostname);
  document.documentElement.classList.toggle("no-passkeys", !possible);
  if (!possible) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-passkey]")) button.addEventListener("click", () => void offer(button));
}

async function offer(button: HTMLButtonElement) {
  const form = button.form!;
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]")!;
  problem.hidden = true;
  if (button.dataset.passkey === "create" && !form.reportValidity()) return;
  button.disabled = true;
  try {
    const asked = await fetch(new URL(button.dataset.options!, document.baseURI), { method: "POST", body: new FormData(form), credentials: "same-origin" });
    if (!asked.ok) throw new Error(String(asked.status));
    const question = await asked.json() as Encoded;
    const answer = button.dataset.passkey === "create" ? await make(question) : await get(question);
    form.querySelector<HTMLInputElement>("input[name=credential]")!.value = JSON.stringify(answer);
    form.submit();
  } catch {
    problem.textContent = say("passkey-failed");
    problem.hidden = false;
    button.disabled = false;
  }
}
