using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Conformance.Execution.Secrets;
using Conformance.Reports.Writing;
using Conformance.Specification;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Secrets;

/// <summary>No file is written that a known secret stands in.</summary>
public sealed class GuardedFilesTests
{
    private const string Secret = "s3cr3t/+ \"q\" <&> '7f3b9c'";

    public static IEnumerable<TestCaseData> Forms =>
        Spellings.Of(Secret).Select((s, i) => new TestCaseData(s.Bytes).SetArgDisplayNames($"{s.Name} {i}"));

    [TestCaseSource(nameof(Forms))]
    public async Task A_file_with_a_secret_in_any_form_is_not_written_and_told_by_name(byte[] form)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("report.txt");

        var write = () => Guarded().WriteAsync(path, (byte[])[.. "before "u8, .. form, .. " after"u8], default);

        (await write.Should().ThrowAsync<SecretFoundException>())
            .Which.Message.Should()
            .Contain(path)
            .And.Contain("CLIENT_SECRET")
            .And.Contain("at byte 7")
            .And.NotContain(Encoding.UTF8.GetString(form));
        File.Exists(path).Should().BeFalse();
    }

    [TestCaseSource(nameof(Forms))]
    public void A_streamed_file_is_removed_when_a_secret_lies_across_writings(byte[] form)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("run.ndjson");
        using var stream = Guarded().Open(path, FileMode.Create);
        byte[] all = [.. new byte[100_000], .. form];

        // Byte by byte over the end, after a piece that is far longer than any secret.
        stream.Write(all.AsSpan(0, 99_999));
        var write = () => Array.ForEach(all[99_999..], stream.WriteByte);

        write.Should().Throw<SecretFoundException>().Which.Message.Should().Contain("at byte 100000");
        File.Exists(path).Should().BeFalse();
        stream.Invoking(s => s.Write("more"u8)).Should().Throw<SecretFoundException>();
        File.Exists(path).Should().BeFalse();
    }

    [Test]
    public void An_end_that_is_written_anew_does_not_hide_what_stands_before_it()
    {
        using var folder = new TemporaryFolder();
        using var stream = Guarded().Open(folder.File("traffic.har"), FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(Secret[..10] + "\n]}}"));
        stream.Seek(-4, SeekOrigin.End);

        stream.Invoking(s => s.Write(Encoding.UTF8.GetBytes(Secret[10..]))).Should().Throw<SecretFoundException>();
    }

    [Test]
    public async Task What_can_be_written_is_written_beside_what_is_held_back()
    {
        using var folder = new TemporaryFolder();
        (string, Func<string>)[] files =
        [
            (folder.File("a"), () => "fine"),
            (folder.File("b"), () => Secret),
            (folder.File("c"), () => "fine"),
        ];

        var write = () => Guarded().WriteEachAsync(files, _ => { }, default);

        await write.Should().ThrowAsync<IOException>().WithMessage("*b' is held back: CLIENT_SECRET*");
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("a", "c");
    }

    [TestCase("12345", "has fewer than 6 characters")]
    [TestCase("secret", "could be an ordinary word")]
    [TestCase("client-secret", "could be an ordinary word")]
    [TestCase("20260504", "could be an ordinary number")]
    [TestCase("https://auth.example.com/oauth/token", "is a path or an address")]
    public void What_ordinary_text_may_have_in_it_is_said_and_not_searched(string value, string reason)
    {
        var known = new KnownSecrets();
        known.Add("CLIENT_SECRET", value);

        known.NotSearched.Should().Equal($"CLIENT_SECRET {reason}");
        known.FindIn(Encoding.UTF8.GetBytes(value)).Should().BeNull();
    }

    [Test]
    public void What_stands_in_the_specification_is_no_secret()
    {
        var orders = SpecificationLoader.Load(RepositoryFiles.Spec("orders.yaml")).Specification!;

        var known = KnownSecrets.Of(
            orders,
            ImmutableDictionary<string, string>.Empty.Add("CLIENT_SECRET", orders.Endpoints[0].Path.Value)
        );

        known.NotSearched.Should().Equal("CLIENT_SECRET stands in the specification itself");
    }

    [Test]
    public void A_private_key_is_known_by_its_number_and_its_public_half_is_not_taken_for_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var known = new KnownSecrets();
        known.Add("TEST_ISSUER_KEY", key.ExportPkcs8PrivateKeyPem());

        known.FindIn(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())).Should().BeNull();
        known.FindIn(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem())).Should().NotBeNull();
        known.FindIn(Encoding.ASCII.GetBytes(key.ExportECPrivateKeyPem())).Should().NotBeNull();
        known.FindIn(key.ExportPkcs8PrivateKey()).Should().NotBeNull();
    }

    [Test]
    public void A_secret_that_is_learned_later_is_looked_for_from_then_on()
    {
        var known = new KnownSecrets();
        known.FindIn("issued-7f3b9c-c05a6e"u8).Should().BeNull();

        known.AddIssued("an access token of the target", "issued-7f3b9c-c05a6e");

        known
            .FindIn("a issued-7f3b9c-c05a6e b"u8)
            .Should()
            .Be(new SecretHit("an access token of the target", "plain", 2));
    }

    private static GuardedFiles Guarded()
    {
        var known = new KnownSecrets();
        known.Add("CLIENT_SECRET", Secret);
        return new GuardedFiles(known);
    }
}
