using System.Text;
using Conformance.Execution.Secrets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class SecretMaskTests
{
    [TestCase("s3cr3t/+ \"value\"\u00e9")]
    [TestCase("plain-secret")]
    [TestCase("{curly}&<tag>")]
    public void A_secret_is_masked_in_every_form_it_takes(string secret)
    {
        var mask = new SecretMask();
        mask.Add(secret);
        string[] forms =
        [
            secret,
            Uri.EscapeDataString(secret),
            Uri.EscapeDataString(secret).Replace("%20", "+"),
            System.Text.Json.JsonSerializer.Serialize(secret)[1..^1],
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ];

        foreach (var form in forms)
        {
            mask.Apply($"before {form} after").Should().Be("before *** after");
            var bytes = mask.Apply(Encoding.UTF8.GetBytes($"before {form} after"));
            Encoding.UTF8.GetString(bytes.Span).Should().Be("before *** after");
        }
    }

    [Test]
    public void The_longest_secret_wins_where_one_contains_another()
    {
        var mask = new SecretMask();
        mask.Add("token");
        mask.Add("token-long");

        mask.Apply("a token-long and a token").Should().Be("a *** and a ***");
    }

    [Test]
    public void Bytes_without_a_secret_are_the_same_memory()
    {
        var mask = new SecretMask();
        mask.Add("secret");
        ReadOnlyMemory<byte> bytes = new byte[] { 0, 255, 128, 7 };

        mask.Apply(bytes).Equals(bytes).Should().BeTrue();
    }

    [Test]
    public void Binary_around_a_secret_survives()
    {
        var mask = new SecretMask();
        mask.Add("secret");

        mask.Apply((ReadOnlyMemory<byte>)(byte[])[0, 255, .. "secret"u8, 128])
            .ToArray()
            .Should()
            .Equal(0, 255, (byte)'*', (byte)'*', (byte)'*', 128);
    }

    [TestCase("")]
    [TestCase("abc")]
    [TestCase(null)]
    public void What_is_too_short_to_be_a_secret_blots_out_nothing(string? value)
    {
        var mask = new SecretMask();
        mask.Add(value);

        mask.Apply("abc").Should().Be("abc");
    }
}
