using Conformance.Tests.Cli;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>
/// A receiver that shares no code with us, in another process and another language: nothing is found where nothing is
/// wrong, and each thing that is.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ReceiverCertificationTests
{
    [TestCase("plain")]
    [TestCase("github")]
    [TestCase("stripe")]
    [TestCase("standard")]
    public async Task A_good_receiver_passes_every_case(string scheme)
    {
        var answer = await ReceiverRun.OfSampleAsync(scheme, fault: "");

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out + answer.Error);
        answer.Out.Should().Contain(" 0 failed, 0 inconclusive").And.NotContain("Warnings (");
    }

    [TestCase("plain", "accepts-missing-signatures", "signature/missing")]
    [TestCase("plain", "accepts-sha1", "signature/sha1")]
    [TestCase("plain", "compares-lengths", "signature/wrong-secret")]
    [TestCase("plain", "compares-beginning", "signature/last-byte")]
    [TestCase("plain", "compares-shorter", "signature/cut-in-half")]
    [TestCase("plain", "answers-200-to-forgeries", "signature/wrong-secret")]
    [TestCase("plain", "breaks-on-bad-signatures", "signature/missing")]
    [TestCase("plain", "processes-before-verifying", "altered/one-byte")]
    [TestCase("plain", "accepts-everything", "altered/one-byte")]
    [TestCase("plain", "verifies-parsed-json", "raw-body/white-space")]
    [TestCase("plain", "reads-first-piece-only", "raw-body/in-pieces")]
    [TestCase("plain", "verifies-parsed-json", "altered/byte-added")]
    [TestCase("plain", "ignores-timestamps", "timestamp/a-day-old")]
    [TestCase("plain", "tolerates-an-hour", "timestamp/just-too-old")]
    [TestCase("plain", "tolerates-a-minute", "timestamp/almost-too-old")]
    [TestCase("plain", "accepts-missing-timestamps", "timestamp/missing")]
    [TestCase("plain", "accepts-unreadable-timestamps", "timestamp/words")]
    [TestCase("plain", "processes-twice", "repeated/effect")]
    [TestCase("plain", "processes-twice", "replay/fresh-timestamp")]
    [TestCase("plain", "remembers-last-only", "repeated/after-others")]
    [TestCase("plain", "recognises-by-object", "repeated/other-event")]
    [TestCase("plain", "remembers-before-verifying", "repeated/after-refusal")]
    [TestCase("plain", "refuses-repetitions", "repeated/answer")]
    [TestCase("plain", "checks-then-acts", "at-once/one-event")]
    [TestCase("plain", "loses-under-load", "at-once/several-events")]
    [TestCase("plain", "drops-cancellations", "valid/order.cancelled")]
    [TestCase("stripe", "reads-first-signature-only", "valid/one-of-several-signatures")]
    [TestCase("stripe", "ignores-timestamps", "timestamp/just-too-old")]
    [TestCase("standard", "reads-first-signature-only", "valid/one-of-several-signatures")]
    [TestCase("standard", "compares-beginning", "signature/last-byte")]
    [TestCase("github", "accepts-missing-signatures", "signature/missing")]
    public async Task A_fault_is_caught_by_the_case_about_it(string scheme, string fault, string caseId)
    {
        var answer = await ReceiverRun.OfSampleAsync(scheme, fault, "--filter", $"id=webhook-receiver/{caseId}");

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed, answer.Out + answer.Error);
        answer.Out.Should().Contain($"FAILED  webhook-receiver/{caseId}").And.Contain("contract.yaml:");
    }

    [TestCase(
        "accepts-the-future",
        "timestamp/in-the-future",
        "SHOULD refuse timestamps more than 300 s in the future"
    )]
    [TestCase("refuses-unknown-events", "unknown/event", "SHOULD accept events it does not know")]
    [TestCase("refuses-unknown-fields", "unknown/fields", "SHOULD accept fields it does not know")]
    [TestCase(
        "breaks-on-compressed-bodies",
        "other/compressed",
        "SHOULD answer requests that are no deliveries with 4xx"
    )]
    [TestCase("accepts-get", "other/get", "SHOULD answer requests that are no deliveries with 4xx")]
    public async Task What_is_only_advised_is_a_warning_unless_the_run_is_strict(
        string fault,
        string caseId,
        string warning
    )
    {
        string[] filter = ["--filter", $"id=webhook-receiver/{caseId}"];

        var usual = await ReceiverRun.OfSampleAsync("plain", fault, filter);
        var strict = await ReceiverRun.OfSampleAsync("plain", fault, [.. filter, "--strict"]);

        usual.ExitCode.Should().Be(ExitCodes.Conforming, usual.Out + usual.Error);
        usual.Out.Should().Contain(warning);
        strict.ExitCode.Should().Be(ExitCodes.RequirementFailed, strict.Out + strict.Error);
    }

    [Test]
    public async Task A_replay_that_the_scheme_cannot_stop_is_a_weakness_of_the_specification()
    {
        var answer = await ReceiverRun.OfSampleAsync("plain", "", "--filter", "id=webhook-receiver/replay/never-seen");

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out + answer.Error);
        answer.Out.Should().Contain("a weakness of the specification, not of the receiver");
    }

    [Test]
    public async Task A_receiver_that_refuses_everything_shows_nothing_by_its_refusals()
    {
        await using var receiver = await SampleReceiver.StartAsync("plain", fault: "");

        // The receiver reads other headers than the ones this contract has, so that nothing it gets is signed for it.
        var answer = await ReceiverRun.AgainstAsync(receiver.BaseUrl, "github", "--filter", "tag=signature|repeated");

        answer
            .Out.Should()
            .Contain("did not accept a valid delivery")
            .And.NotContain("FAILED  webhook-receiver/signature");
        answer.Out.Should().Contain(" 0 passed,");
    }

    [Test]
    public async Task Without_a_probe_what_is_about_effects_alone_stays_open()
    {
        await using var receiver = await SampleReceiver.StartAsync("plain", fault: "");

        var answer = await ReceiverRun.AgainstAsync(receiver.BaseUrl, "plain", "--filter", "tag=repeated|at-once");

        answer.ExitCode.Should().Be(ExitCodes.GateNotMet, answer.Out + answer.Error);
        answer.Out.Should().Contain("Effects are not observed; name an address where they can be seen: --probe URL.");
        answer.Out.Should().Contain("4 passed, 0 failed, 3 inconclusive");
    }

    [Test]
    public async Task Effects_may_be_a_list_of_all_of_them()
    {
        var answer = await ProbedByAsync("effects");

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out + answer.Error);
        answer.Out.Should().Contain("8 passed");
    }

    [Test]
    public async Task A_probe_that_shows_only_presence_leaves_open_how_many_effects_there_were()
    {
        var answer = await ProbedByAsync("seen/{event_id}");

        answer.ExitCode.Should().Be(ExitCodes.GateNotMet, answer.Out + answer.Error);
        answer.Out.Should().Contain("the probe shows whether there was an effect, but not how many");
        answer.Out.Should().Contain("5 passed, 0 failed, 3 inconclusive");
    }

    private static async Task<CliAnswer> ProbedByAsync(string path)
    {
        await using var receiver = await SampleReceiver.StartAsync("plain", fault: "");
        return await ReceiverRun.AgainstAsync(
            receiver.BaseUrl,
            "plain",
            "--filter",
            "tag=repeated|valid",
            "--probe",
            $"{receiver.BaseUrl}{path}"
        );
    }
}
