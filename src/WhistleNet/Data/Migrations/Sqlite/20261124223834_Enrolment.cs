using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhistleNet.Data.Migrations.Sqlite
{
    /// <summary>
    /// Codes for walls beside those for shops. The table is made anew, not altered: SQLite rebuilds a table outside the transaction, and
    /// one killed in between would block the next start. No code had been given out before.
    /// </summary>
    public partial class Enrolment : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "EnrolCodes");
            migrationBuilder.CreateTable(
                name: "EnrolCodes",
                columns: table => new
                {
                    CodeHash = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    StationId = table.Column<string>(type: "TEXT", nullable: false),
                    ShopId = table.Column<string>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Batch = table.Column<string>(type: "TEXT", nullable: true),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table => table.PrimaryKey("PK_EnrolCodes", x => x.CodeHash));
            migrationBuilder.CreateIndex(name: "IX_EnrolCodes_ShopId", table: "EnrolCodes", column: "ShopId");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "EnrolCodes");
            migrationBuilder.CreateTable(
                name: "EnrolCodes",
                columns: table => new
                {
                    CodeHash = table.Column<string>(type: "TEXT", nullable: false),
                    ShopId = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Batch = table.Column<string>(type: "TEXT", nullable: true),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table => table.PrimaryKey("PK_EnrolCodes", x => x.CodeHash));
            migrationBuilder.CreateIndex(name: "IX_EnrolCodes_ShopId", table: "EnrolCodes", column: "ShopId");
        }
    }
}
