using System.Text;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class TimestampsAreIso8601Tests : CheckTests
{
    protected override string Check => "TimestampsAreIso8601";

    protected override IEnumerable<Scene> Holding =>
        [
            new("with a zone", Stamped("2026-01-15T10:30:00Z")),
            new("with an offset and a fraction", Stamped("2026-01-15T10:30:00.123+02:00")),
            new("without a zone", Stamped("2026-01-15T10:30:00")),
            new("basic", Stamped("20260115T103000Z")),
            new("a date", Stamped("2026-01-15")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("Unix seconds", Stamped("1768473000")),
            new("American", Stamped("01/15/2026 10:30 AM")),
            new("of HTTP", Stamped("Thu, 15 Jan 2026 10:30:00 GMT")),
            new("empty", Stamped("")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) => Answer(body, headers);

    [Test]
    public void A_field_with_a_format_is_judged_with_its_schema() =>
        OutcomesOf(Recorded.Step().Answering(201, """{"created_at":"yesterday"}""").Judge()).Should().BeEmpty();

    private static Recorded Stamped(string text) => Answer(Encoding.UTF8.GetBytes($$"""{"shipped":"{{text}}"}"""), []);

    private static Recorded Answer(byte[] body, (string Name, string Value)[] headers)
    {
        var schema = Sample.Object(
            21,
            Sample.Property("shipped", Sample.Text(22, description: "shipping time, ISO 8601"))
        );
        var endpoint = Sample.CreateOrder with { Responses = [Sample.Response(201, schema, 20)] };
        return (new Recorded { Endpoint = endpoint }).Then("create").Answering("create", 201, body, headers);
    }
}
