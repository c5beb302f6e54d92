namespace WhistleNet.People;

/// <summary>What somebody of the station opens the names of a shop's people for, where no open alert of that shop says it.</summary>
public enum Purpose { Devices, Accounts, CallBack, Drill }
