namespace WhistleNet.Drills;

/// <summary>How it is held: 实战 on the path of a real alert, 桌面 round a table and without alerts, 通信 as quiet tests of every way to every shop.</summary>
public enum DrillForm { Live, TableTop, Comms }
