using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Log;

/// <summary>An access record could not be written, so what it would have told of was stopped. No whistle ever meets this.</summary>
public sealed class NotRecorded(Exception why) : Exception("An access record could not be written.", why)
{
    /// <summary>Whether it was the record that could not be written, and not the change beside it.</summary>
    internal static bool Is(Exception broken) => broken is DbException || broken is DbUpdateException update && update.Entries.Any(e => e.Entity is AccessRecord);
}
