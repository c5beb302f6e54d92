namespace WhistleNet.Alerts;

/// <summary>Why a move was not made. A refusal is an answer that people read, never an exception.</summary>
public enum Refusal
{
    AlreadyTaken, AlreadyClosed, NotOpen, OutcomeMissing, OutcomeNotAllowed, ReasonMissing, ModeDiffers,
    DrillNotRunning, RealAlertOpen, CircleBusy, DeviceRevoked, NotPermitted, NotTaken, NotClosed,
    PressShopElsewhere, ObserverElsewhere,
}
