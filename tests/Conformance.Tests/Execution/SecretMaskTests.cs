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

    [Test]
    public void The_part_of_a_secret_before_the_cut_of_an_excerpt_is_masked()
    {
        var mask = new SecretMask();
        mask.Add("s3cr3t/+value");

        mask.Apply("the key s3cr3t/+... (312 characters)").Should().Be("the key ***... (312 characters)");
        mask.Apply("Bearer czNjcjN0Ly...").Should().Be("Bearer ***...", "in each of its spellings");
        mask.Apply("s3cr3t/+ and more").Should().Be("s3cr3t/+ and more", "nothing cut that off");
        mask.Apply("s3cr3... and so on").Should().Be("s3cr3... and so on", "ordinary text may begin like that");
    }

    [Test]
    public void What_is_kept_as_evidence_is_changed_for_whole_secrets_only()
    {
        var mask = new SecretMask();
        mask.Add("s3cr3t/+value");

        mask.Distinguish("s3cr3t/+... and s3cr3t/+value").Should().Be("s3cr3t/+... and masked-1");
    }

    [Test]
    public void Each_of_many_secrets_is_found_wherever_it_stands()
    {
        var random = new Random(7);
        string[] secrets = [.. Enumerable.Range(0, 400).Select(_ => Word(random, random.Next(4, 9)))];
        var mask = new SecretMask();
        Array.ForEach(secrets, mask.Add);
        var text = Word(random, 20_000);

        var expected = Enumerable
            .Range(0, text.Length)
            .Where(at => secrets.Any(s => text.AsSpan(at).StartsWith(s, StringComparison.Ordinal)));

        mask.FoundIn(text).Should().HaveCountGreaterThan(50).And.OnlyContain(f => secrets.Contains(f));
        secrets.Should().NotContain(s => mask.Apply(text).Contains(s, StringComparison.Ordinal));
        mask.FoundIn(text)[0].Should().Be(Longest(text[expected.First()..]));

        string Longest(string rest) =>
            secrets.Where(s => rest.StartsWith(s, StringComparison.Ordinal)).MaxBy(s => s.Length)!;

        // Few letters, so that secrets overlap and begin alike.
        static string Word(Random random, int length) =>
            string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(5))));
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
