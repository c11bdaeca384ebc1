using Conformance.Records;
using Conformance.Tests.Run;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Records;

/// <summary>A record can be read whatever moment its writer was killed at, and nothing else is taken for one.</summary>
public sealed class RunRecordTests
{
    [Test]
    public async Task Half_a_line_at_the_end_is_left_out()
    {
        using var run = await RecordedRun.OfNotesAsync(new SimulatedTarget());
        var path = Path.Combine(run.Record.Folder, RunRecord.LinesFile);
        var bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, bytes[..^7]);

        var record = await RecordedRun.ReadAsync(run.Record.Folder);

        record.IsTorn.Should().BeTrue();
        record.Cases.Should().HaveCount(run.Record.Cases.Length - 1);
    }

    [Test]
    public async Task A_damaged_line_in_the_middle_is_told_with_its_number()
    {
        using var run = await RecordedRun.OfNotesAsync(new SimulatedTarget());
        var path = Path.Combine(run.Record.Folder, RunRecord.LinesFile);
        var lines = await File.ReadAllLinesAsync(path);
        lines[1] = lines[1][..40];
        await File.WriteAllLinesAsync(path, lines);

        var record = await RunRecord.ReadAsync(run.Record.Folder, CancellationToken.None);

        record.Refusal!.Message.Should().Contain("is damaged").And.Contain("cases.ndjson, line 2");
    }

    [Test]
    public async Task The_manifest_says_what_was_run()
    {
        using var run = await RecordedRun.OfNotesAsync(new SimulatedTarget());

        var manifest = run.Record.Manifest;

        manifest.Specification.Sha256.Should().Be(run.Plan.Specification.Digest);
        manifest.Planned.Should().Equal(run.Plan.Cases.Select(c => c.Id));
        manifest.ToolVersion.Should().Be(ToolVersion.Current);
        manifest.Target.IsSimulated.Should().BeTrue();
        var segment = manifest.Segments.Should().ContainSingle().Subject;
        segment.RunId.Should().Be(run.Completed.Result.Run.RunId);
        segment.EndedAt.Should().BeOnOrAfter(segment.StartedAt);
        segment.Requests.Should().Be(run.Completed.Result.Requests);
    }

    [TestCase("{}", "this is no record of a run")]
    [TestCase("[1]", "this is no record of a run")]
    [TestCase("""{"format":"conformance-record","version":9}""", "this is no record of a run")]
    public async Task What_is_no_record_is_told(string manifest, string message)
    {
        using var run = await RecordedRun.OfNotesAsync(new SimulatedTarget());
        await File.WriteAllTextAsync(Path.Combine(run.Record.Folder, RunRecord.ManifestFile), manifest);

        var record = await RunRecord.ReadAsync(run.Record.Folder, CancellationToken.None);

        record.Refusal!.Message.Should().Contain(message);
    }
}
