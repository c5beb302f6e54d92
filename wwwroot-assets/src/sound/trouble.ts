/** The link is gone: two low tones, after a moment's patience and then every 30 s until somebody has touched the screen. */
export class Trouble {
  #timer?: ReturnType<typeof setTimeout>;
  #known = false;

  constructor(private readonly sound: () => void) {
    for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => { this.#known = true; });
  }

  watch(trouble: boolean) {
    if (trouble === (this.#timer !== undefined)) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#known = false;
    if (trouble) this.#timer = setTimeout(() => this.#tell(), 5_000);
  }

  #tell() {
    if (!this.#known) this.sound();
    this.#timer = setTimeout(() => this.#tell(), 30_000);
  }
}
