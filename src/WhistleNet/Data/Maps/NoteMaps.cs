using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Notes;

namespace WhistleNet.Data.Maps;

public sealed class NoteMap : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.ToTable("Notes").HasKey(n => n.Id);
        note.HasIndex(n => new { n.StationId, n.At });
        note.HasIndex(n => n.FromShopId);
    }
}

public sealed class MediationMap : IEntityTypeConfiguration<Mediation>
{
    public void Configure(EntityTypeBuilder<Mediation> mediation)
    {
        mediation.ToTable("Mediations").HasKey(m => m.Id);
        mediation.Property(m => m.Version).IsConcurrencyToken(); // two people end one at the same moment: one of them was first
        mediation.HasIndex(m => new { m.StationId, m.State });
    }
}

public sealed class BulletinMap : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> bulletin)
    {
        bulletin.ToTable("Bulletins").HasKey(b => b.Id);
        bulletin.HasIndex(b => new { b.StationId, b.At });
    }
}

public sealed class BulletinReadMap : IEntityTypeConfiguration<BulletinRead>
{
    public void Configure(EntityTypeBuilder<BulletinRead> read)
    {
        read.ToTable("BulletinReads").HasKey(r => new { r.BulletinId, r.ShopId });
        read.HasOne<Bulletin>().WithMany().HasForeignKey(r => r.BulletinId).OnDelete(DeleteBehavior.Restrict);
    }
}
