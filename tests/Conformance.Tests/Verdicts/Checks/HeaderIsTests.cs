using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class HeaderIsTests : CheckTests
{
    private static readonly HeaderIs Present = new(Sample.Must(), "Allow", null, null);
    private static readonly HeaderIs Matching = new(Sample.Must(), "Retry-After", "^[0-9]+$", "whole seconds");
    private static readonly HeaderIs Listing = new(
        Sample.Must(),
        "Cache-Control",
        @"(^|,\s*)no-store($|,)",
        "no-store"
    );

    protected override string Check => nameof(HeaderIs);

    protected override IEnumerable<Scene> Holding =>
        [
            new("present", Recorded.Step(Present).Answering(405, "", ("allow", "GET"))),
            new("matching", Recorded.Step(Matching).Answering(400, "", ("Retry-After", "60"))),
            new("in a list", Recorded.Step(Listing).Answering(201, "", ("Cache-Control", "private, no-store"))),
            new(
                "in the second line",
                Recorded.Step(Listing).Answering(201, "", ("Cache-Control", "private"), ("Cache-Control", "no-store"))
            ),
            new(
                "in two lines that are one list",
                Recorded
                    .Step(new HeaderIs(Sample.Must(), "Allow", "^GET, HEAD$", null))
                    .Answering(405, "", ("Allow", "GET"), ("Allow", "HEAD"))
            ),
            new(
                "in one of two lines that are no list",
                Recorded.Step(Matching).Answering(400, "", ("Retry-After", "soon"), ("Retry-After", "60"))
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("absent", Recorded.Step(Present).Answering(405)),
            new("not matching", Recorded.Step(Matching).Answering(400, "", ("Retry-After", "1.5"))),
            new("not in the list", Recorded.Step(Listing).Answering(201, "", ("Cache-Control", "private, max-age=0"))),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Matching).Answering("create", 400, body, headers);

    [Test]
    public void A_header_that_belongs_to_another_status_is_not_asked_for()
    {
        var result = Recorded.Step(Present with { WhenStatus = 405 }).Answering(404, Sample.Error("NOT_FOUND")).Judge();

        OutcomesOf(result).Should().BeEmpty();
    }
}
