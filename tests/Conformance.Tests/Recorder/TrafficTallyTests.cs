using System.Text.Json;
using Conformance.Execution.Secrets;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using Conformance.Traffic;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Recorder;

/// <summary>A recording of days: everything is counted and in the archive, and little of it in memory.</summary>
public sealed class TrafficTallyTests
{
    private static readonly Uri Target = new("https://api.example.com");
    private static readonly IntegrationSpecification Orders = SpecificationLoader
        .Load(RepositoryFiles.Spec("orders.yaml"))
        .Specification!;

    [Test]
    public void Everything_is_counted_and_a_few_of_each_cause_are_kept()
    {
        var judge = new TrafficJudge(Orders, [Target], isStrict: false, TimeProvider.System, mostOfACause: 2);
        for (var i = 0; i < 30; i++)
        {
            judge.Judge(Answered(418));
            judge.Judge(Answered(404, "/api/v1/orders/" + i));
        }

        var (result, gate) = judge.Decide(judge.Describe(Target), allowedInconclusive: 0);

        result.Cases.Should().HaveCount(4).And.OnlyContain(c => c.Verdict == Verdict.Failed);
        result.Notes.Should().ContainMatch("56 more exchanges did not pass*");
        gate.Account.Should()
            .BeEquivalentTo(
                new
                {
                    Planned = 60,
                    Failed = 60,
                    Passed = 0,
                }
            );
        gate.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        judge.Counts.Should().Contain(new OperationCount("GET /api/v1/orders", Verdict.Failed, 30));
    }

    [Test]
    public async Task The_archive_is_whole_after_every_exchange()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("traffic.har");
        var mask = new SecretMask();
        mask.Add("s3cret");
        await using var archive = TrafficArchive.Begin(file, mask);

        Entries(file).Should().Be(0);
        await archive.AddAsync(Answered(200, "/a?key=s3cret"), CancellationToken.None);
        Entries(file).Should().Be(1);
        await archive.AddAsync(Answered(200), CancellationToken.None);
        Entries(file).Should().Be(2);
        Read(file).Should().NotContain("s3cret");
    }

    private static HarEntry Answered(int status, string path = "/api/v1/orders") =>
        new(
            DateTimeOffset.UnixEpoch,
            5,
            new("GET", new Uri(Target, path).AbsoluteUri, [], null),
            new(
                status,
                "",
                "HTTP/1.1",
                [new("Content-Type", "application/json")],
                new(2, "application/json", "{}", null)
            )
        );

    private static int Entries(string file)
    {
        using var archive = JsonDocument.Parse(Read(file));
        return archive.RootElement.GetProperty("log").GetProperty("entries").GetArrayLength();
    }

    // While it is still being written.
    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
