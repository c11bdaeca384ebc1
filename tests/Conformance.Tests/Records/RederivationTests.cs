using System.Text;
using Conformance.Execution.Secrets;
using Conformance.Records;
using Conformance.Simulator;
using Conformance.Tests.Coverage;
using Conformance.Tests.Run;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Records;

/// <summary>A record is enough to come to the same verdicts again: that is what certificates rest on.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RederivationTests
{
    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public async Task Every_case_of_an_example_comes_to_the_same_verdict_again(string name)
    {
        var (run, record) = await ExampleAsync(name);

        var again = Rederivation.Of(record, run.Plan.Specification, run.Plan.Cases);

        again.Succeeded.Should().BeTrue(again.Refusal?.Message);
        again.Value!.Cases.Select(c => c.CaseId).Should().BeEquivalentTo(run.Plan.Cases.Select(c => c.Id));
        again.Value.Disagreements.Should().BeEmpty();
    }

    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public async Task What_is_read_back_is_what_was_written_down(string name)
    {
        var (run, record) = await ExampleAsync(name);
        var cases = run.Plan.Cases.ToDictionary(c => c.Id);
        var restoring = new CaseRestoring(run.Plan.Specification);
        var forms = new CaseForms(new SecretMask());

        foreach (var form in record.Cases)
        {
            var restored = forms.Of(restoring.Result(form, cases[form.Id]), form.Segment, form.Order);

            TextOf(WithoutMarks(restored)).Should().Be(TextOf(WithoutMarks(form)));
        }
    }

    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public async Task Verdicts_checks_and_findings_are_those_of_the_run(string name)
    {
        var (run, record) = await ExampleAsync(name);
        var results = run.Result.Cases.ToDictionary(c => c.Case.Id);
        var cases = run.Plan.Cases.ToDictionary(c => c.Id);
        var restoring = new CaseRestoring(run.Plan.Specification);

        foreach (var form in record.Cases)
        {
            var live = results[form.Id];
            var restored = restoring.Result(form, cases[form.Id]);

            (restored.Verdict, restored.Reason).Should().Be((live.Verdict, live.Reason));
            restored.Checks.Select(Told).Should().Equal(live.Checks.Select(Told));
            restored
                .Record!.Exchanges.Select(e => (e.Endpoint, e.SentAt, e.Duration, e.Request.Url.OriginalString))
                .Should()
                .Equal(
                    live.Record!.Exchanges.Select(e => (e.Endpoint, e.SentAt, e.Duration, e.Request.Url.OriginalString))
                );
        }
    }

    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public async Task No_secret_is_written_down(string name)
    {
        var (run, record) = await ExampleAsync(name);
        var text = await File.ReadAllTextAsync(Path.Combine(record.Folder, RunRecord.LinesFile));
        var secrets = SimulatorCredentials
            .ForBothClients(run.Plan.Specification)
            .Where(c => !c.Key.Contains("CLIENT_ID", StringComparison.Ordinal));

        secrets
            .Where(s =>
                text.Contains(s.Value, StringComparison.Ordinal)
                || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(s.Value)), StringComparison.Ordinal)
            )
            .Select(s => s.Key)
            .Should()
            .BeEmpty();
        text.Contains("masked-", StringComparison.Ordinal)
            .Should()
            .Be(run.Plan.Specification.Authentication?.TokenEndpoint is not null, "equal tokens stay equal");
    }

    [Test]
    public async Task Failures_come_to_the_same_verdict_again()
    {
        using var run = await RecordedRun.OfNotesAsync(new SimulatedTarget(Notes.Lying));

        var again = Rederivation.Of(run.Record, run.Plan.Specification, run.Plan.Cases);

        again.Value!.Disagreements.Should().BeEmpty();
        again.Value.Cases.Should().Contain(c => c.Derived == Verdict.Failed);
    }

    [Test]
    public async Task A_verdict_that_its_evidence_does_not_show_is_found()
    {
        using var run = await RecordedRun.OfNotesAsync(new SimulatedTarget(Notes.Lying));
        var failed = run.Record.Cases.First(c => c.Verdict is Verdict.Failed);
        var record = run.Record with
        {
            Cases = run.Record.Cases.Replace(failed, failed with { Verdict = Verdict.Passed }),
        };

        var again = Rederivation.Of(record, run.Plan.Specification, run.Plan.Cases);

        again
            .Value!.Disagreements.Should()
            .ContainSingle()
            .Which.Should()
            .Match<RederivedCase>(c =>
                c.CaseId == failed.Id && c.Recorded == Verdict.Passed && c.Derived == Verdict.Failed
            );
    }

    [Test]
    public async Task A_case_that_sent_nothing_never_passes_again()
    {
        using var run = await RecordedRun.OfNotesAsync(new SimulatedTarget());
        var first = run.Record.Cases[0];
        var record = run.Record with { Cases = run.Record.Cases.Replace(first, first with { CarriedOut = null }) };

        var again = Rederivation.Of(record, run.Plan.Specification, run.Plan.Cases);

        again
            .Value!.Disagreements.Should()
            .ContainSingle()
            .Which.Should()
            .Match<RederivedCase>(c => c.Derived == Verdict.Inconclusive && c.Basis == RederivationBasis.NothingSent);
    }

    private static async Task<(CompletedRun Run, RunRecord Record)> ExampleAsync(string name) =>
        (await ExampleRun.OfAsync(name), await ExampleRun.ReadAsync(name));

    private static string Told(CheckResult check) =>
        $"{check.Check} {check.Requirement.Id} {check.Requirement.Location} {check.Outcome} {check.Exchange} {check.Times} {check.Answer} {check.Finding}";

    private static string TextOf(CaseForm form) =>
        Encoding.UTF8.GetString(RecordJson.BytesOf(new RecordLine { Case = form }).Span).TrimEnd();

    // Whether something was replaced is not seen of what replaced it.
    private static CaseForm WithoutMarks(CaseForm form) =>
        form.CarriedOut is not { } done
            ? form
            : form with
            {
                CarriedOut = done with { Exchanges = [.. done.Exchanges.Select(e => e with { IsMasked = false })] },
            };
}
