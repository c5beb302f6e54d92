using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhistleNet.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Carrying : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Carried",
                columns: table => new
                {
                    DrillId = table.Column<string>(type: "TEXT", nullable: false),
                    ImprovementId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Carried", x => new { x.DrillId, x.ImprovementId });
                    table.ForeignKey(
                        name: "FK_Carried_Drills_DrillId",
                        column: x => x.DrillId,
                        principalTable: "Drills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Carried_Improvements_ImprovementId",
                        column: x => x.ImprovementId,
                        principalTable: "Improvements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Carried_ImprovementId",
                table: "Carried",
                column: "ImprovementId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Carried");
        }
    }
}
