import type { Alert } from "../live/board";
import { isOpen } from "../live/board";
import { shown } from "../page/mode";
import { soundOf, type Tone } from "../sound/tones";

/** Whether the siren sounds on a neighbour's page: for real, loud alerts that nobody took, until this person answered or enough come. */
export const wantsSiren = (alerts: Iterable<Alert>, answered: (alertId: string) => boolean): boolean =>
  [...alerts].some(a => a.you === "neighbour" && a.state === "raised" && !a.enough && !answered(a.alertId) && soundOf(shown(a.mode), a.silent) === "siren");

/** The wall's siren: any real alert at the station that nobody took, silent ones too, for nobody of the pressed shop can hear it. */
export const wallWantsSiren = (alerts: Iterable<Alert>): boolean => [...alerts].some(a => a.state === "raised" && shown(a.mode) === "real");

/** The one tone that a change deserves; none for the shop that raised a silent alert. */
export function toneOf(alert: Alert, was: Alert | undefined): Tone | undefined {
  if (alert.silent && alert.you === "raiser") return undefined;
  if (isOpen(alert) && (!was || !isOpen(was)) && alert.you !== "raiser") {
    const sound = soundOf(shown(alert.mode), alert.silent);
    return sound === "siren" ? undefined : sound;
  }
  if (!isOpen(alert) && was && isOpen(was) && shown(alert.mode) !== "test" && !alert.silent) return "falling";
  return undefined;
}
