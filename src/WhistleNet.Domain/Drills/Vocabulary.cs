namespace WhistleNet.Drills;

/// <summary>The states of a drill's life.</summary>
public enum DrillState { Planned, Running, Over, Cancelled }

/// <summary>How it is held: 实战 on the path of a real alert, 桌面 round a table and without alerts, 通信 as quiet tests of every way to every shop.</summary>
public enum DrillForm { Live, TableTop, Comms }

/// <summary>What ended a running drill. A shop's page says it in words.</summary>
public enum DrillEnd { Stopped, TimeOver, RealAlert }

/// <summary>The kind of a line on a drill's timeline.</summary>
public enum DrillEntry { Planned, Started, HeldBack, FirstSound, Stopped, TimeOver, RealAlert, Cancelled, Announced, AnnouncedLate }
