using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class DateIsWellFormedTests : CheckTests
{
    private const string Good = "Thu, 15 Jan 2026 10:30:00 GMT";
    private static readonly byte[] Error = System.Text.Encoding.UTF8.GetBytes(Sample.Error("VALIDATION_ERROR"));

    protected override string Check => "DateIsWellFormed";

    protected override IEnumerable<Scene> Holding =>
        [
            new("with a success", Recorded.Step().Bare("create", 201, [], ("Date", Good))),
            new("with an error", Recorded.Step().Bare("create", 400, Error, ("date", Good))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another form", Recorded.Step().Bare("create", 201, [], ("Date", "2026-01-15T10:30:00Z"))),
            new("an obsolete form", Recorded.Step().Bare("create", 201, [], ("Date", "Thu Jan 15 10:30:00 2026"))),
            new("twice", Recorded.Step().Bare("create", 201, [], ("Date", Good), ("Date", Good))),
            new("none, though the body tells the time", Recorded.Step().Bare("create", 400, Error)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Bare("create", 201, body, headers);

    [Test]
    public void A_server_without_a_clock_sends_none() =>
        OutcomesOf(Recorded.Step().Bare("create", 201, []).Judge()).Should().BeEmpty();

    [Test]
    public void A_server_in_this_process_is_not_asked()
    {
        var recorded = Recorded.Step().Bare("create", 400, Error);
        var inProcess = recorded with { Context = recorded.Context with { IsInProcess = true } };

        OutcomesOf(inProcess.Judge()).Should().BeEmpty();
    }

    [Test]
    public void A_server_error_need_not_tell_the_time() =>
        OutcomesOf(Recorded.Step().Bare("create", 503, Error).Judge()).Should().BeEmpty();
}
