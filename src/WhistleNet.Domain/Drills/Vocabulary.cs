namespace WhistleNet.Drills;

/// <summary>The states of a drill's life.</summary>
public enum DrillState { Planned, Running, Over, Cancelled }

/// <summary>What ended a running drill. A shop's page says it in words.</summary>
public enum DrillEnd { Stopped, TimeOver, RealAlert }

/// <summary>The kind of a line on a drill's timeline.</summary>
public enum DrillEntry { Planned, Started, HeldBack, FirstSound, Stopped, TimeOver, RealAlert, Cancelled, Announced, AnnouncedLate, Told, Ticked }
