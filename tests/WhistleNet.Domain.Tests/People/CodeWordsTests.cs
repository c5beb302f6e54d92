using System.Security.Cryptography;

namespace WhistleNet.People;

/// <summary>A code on paper, and what a hurried hand makes of it.</summary>
public sealed class CodeWordsTests
{
    [Fact]
    public void A_code_is_four_groups_of_four_signs_that_carry_eighty_bits()
    {
        Assert.Equal("0000-0000-0000-0000", CodeWords.Write(new byte[CodeWords.Bytes]));
        Assert.Equal("ZZZZ-ZZZZ-ZZZZ-ZZZZ", CodeWords.Write(Enumerable.Repeat((byte)255, CodeWords.Bytes).ToArray()));
        Assert.Equal("0000-0000-0000-0001", CodeWords.Write([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
        Assert.Equal("G000-0000-0000-0000", CodeWords.Write([128, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void What_was_written_is_read_however_it_is_typed()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = CodeWords.Write(RandomNumberGenerator.GetBytes(CodeWords.Bytes));
            var typed = code.ToLowerInvariant().Replace('0', 'o').Replace('1', i % 2 == 0 ? 'l' : 'I').Replace("-", i % 3 == 0 ? "" : " ", StringComparison.Ordinal);
            Assert.Equal(code, CodeWords.Read(typed));
            Assert.Equal(code, CodeWords.Read(new string([.. code.Select(c => c == '-' ? c : (char)(c - '!' + '！'))])));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCD-EFGH-JKMN")]
    [InlineData("ABCD-EFGH-JKMN-PQRST")]
    [InlineData("ABCD-EFGH-JKMN-PQRU")]
    [InlineData("一二三四-EFGH-JKMN-PQRS")]
    [InlineData("\ud800BCD-EFGH-JKMN-PQRS")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(CodeWords.Read(typed));
}
