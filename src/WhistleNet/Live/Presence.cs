using System.Collections.Concurrent;

namespace WhistleNet.Live;

/// <summary>
/// Who is there now: the connections and the last sign of life of every device and of every officer's screen. In memory, because it
/// changes all the time and is worth nothing tomorrow; <c>LastBeats</c> writes it down now and then for lists and for a restart.
/// </summary>
public sealed class Presence(TimeProvider time)
{
    /// <summary>A device that has not beaten for this long is not on shift, and is shown as "no link".</summary>
    public static readonly TimeSpan NoLinkAfter = TimeSpan.FromSeconds(90);

    private readonly ConcurrentDictionary<string, Sign> _signs = new();

    /// <summary>A connection opened; <paramref name="end"/> ends it when its credential is revoked.</summary>
    public void Came(string id, string connection, Action end) => Change(id, sign => sign.Came(connection, end, time.GetUtcNow()));

    public void Went(string id, string connection) => Change(id, sign => sign.Went(connection));

    /// <summary>A sign of life, and what the device says of itself.</summary>
    public void Beat(string id, bool? audio = null, double? battery = null) => Change(id, sign => sign.Beat(time.GetUtcNow(), audio, battery));

    /// <summary>What was written down before a restart: shifts go on until 90 s prove otherwise.</summary>
    public void Remember(string id, DateTimeOffset lastBeatAt, bool? audio, double? battery) => Change(id, sign => sign.Remember(lastBeatAt, audio, battery));

    public bool IsConnected(string id) => _signs.TryGetValue(id, out var sign) && sign.Connections > 0;

    /// <summary>Connected and beating within 90 s.</summary>
    public bool OnShift(string id) => _signs.TryGetValue(id, out var sign) && !sign.Left && time.GetUtcNow() - sign.At <= NoLinkAfter;

    /// <summary>All lines that are open now.</summary>
    public int Connections => _signs.Values.Sum(s => s.Connections);

    public Sign? Of(string id) => _signs.GetValueOrDefault(id);

    public IEnumerable<KeyValuePair<string, Sign>> All => _signs;

    /// <summary>Ends every connection of this credential.</summary>
    public void End(string id)
    {
        if (!_signs.TryGetValue(id, out var sign)) return;
        foreach (var end in sign.Ends) end();
    }

    private void Change(string id, Action<Sign> change)
    {
        var sign = _signs.GetOrAdd(id, _ => new Sign());
        lock (sign.Gate) change(sign);
    }

    /// <summary>The last that was seen of one device or screen.</summary>
    public sealed class Sign
    {
        internal readonly Lock Gate = new();
        private readonly Dictionary<string, Action> _connections = [];

        public DateTimeOffset At { get; private set; }
        public bool? Audio { get; private set; }
        public double? Battery { get; private set; }

        /// <summary>Its last connection closed.</summary>
        public bool Left { get; private set; }

        public int Connections
        {
            get { lock (Gate) return _connections.Count; }
        }

        internal IReadOnlyList<Action> Ends
        {
            get { lock (Gate) return [.. _connections.Values]; }
        }

        internal void Came(string connection, Action end, DateTimeOffset now) => (_connections[connection], Left, At) = (end, false, now);

        internal void Went(string connection)
        {
            if (_connections.Remove(connection)) Left = _connections.Count == 0;
        }

        internal void Beat(DateTimeOffset now, bool? audio, double? battery) => (At, Audio, Battery) = (now, audio ?? Audio, battery ?? Battery);

        internal void Remember(DateTimeOffset at, bool? audio, double? battery)
        {
            if (at > At) (At, Audio, Battery) = (at, audio, battery);
        }
    }
}
