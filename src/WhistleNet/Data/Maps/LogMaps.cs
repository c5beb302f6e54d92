using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Log;

namespace WhistleNet.Data.Maps;

public sealed class AccessRecordMap : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> record)
    {
        record.ToTable("AccessRecords").IsLinked();
        record.HasIndex(r => r.At);
    }
}

public sealed class ChainHeadMap : IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<ChainHead> head)
    {
        head.ToTable("ChainHeads").IsLinked();
    }
}

internal static class LinkedMap
{
    /// <summary>A row's place in its chain is its key: two that claim the same one cannot both be written.</summary>
    public static EntityTypeBuilder<T> IsLinked<T>(this EntityTypeBuilder<T> row) where T : Linked
    {
        row.Ignore(r => r.IsMasked);
        row.HasKey(r => new { r.Chain, r.Seq });
        row.Property(r => r.Seq).ValueGeneratedOnAdd().HasValueGenerator<NotYet>();
        return row;
    }
}
