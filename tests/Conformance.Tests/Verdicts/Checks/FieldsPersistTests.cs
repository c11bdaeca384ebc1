using System.Text;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class FieldsPersistTests : CheckTests
{
    private const string Created =
        """{"order_id":"ORD-1","status":"pending","total":1.50,"at":"2026-01-15T10:30:00.123456Z","updated_at":"2026-01-15T10:30:00Z"}""";

    private static readonly FieldsPersist Same = new(
        Sample.Must(),
        "create",
        "read",
        ["order_id", "total", "at", "lines"]
    )
    {
        Touched = ["updated_at"],
        Moving = ["status"],
    };

    protected override string Check => nameof(FieldsPersist);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the same", Read(Created)),
            new("a number in another spelling", Read("""{"order_id":"ORD-1","total":1.5}""")),
            new("a moment at a coarser precision", Read("""{"order_id":"ORD-1","at":"2026-01-15T10:30:00Z"}""")),
            new("a moment in another zone", Read("""{"order_id":"ORD-1","at":"2026-01-15T12:30:00.123+02:00"}""")),
            new("a moment rounded up", Moment("10:30:00.500Z", "10:30:01Z")),
            new("a moment cut", Moment("10:30:00.900Z", "10:30:00Z")),
            new("a moment told more exactly than before", Moment("10:30:00Z", "10:30:00.400Z")),
            new("a member of an element not shown", Lines("""[{"a":1,"b":2}]""", """[{"a":1}]""")),
            new(
                "a field that is shown later only",
                Read("""{"order_id":"ORD-1"}""", """{"order_id":"ORD-1","total":2}""")
            ),
            new("an optional field is not shown", Read("""{"order_id":"ORD-1"}""")),
            new(
                "the provider moved it on",
                Read("""{"order_id":"ORD-1","status":"confirmed","updated_at":"2026-01-15T10:31:00Z"}""")
            ),
            new(
                "elements in another order",
                Read(
                    """{"order_id":"ORD-1","lines":[{"a":1},{"a":2}]}""",
                    """{"order_id":"ORD-1","lines":[{"a":2},{"a":1,"b":3}]}"""
                )
            ),
            new(
                "an element of a list",
                Read(
                    Created,
                    """[{"order_id":"ORD-2","total":9},{"order_id":"ORD-1","total":1.5}]""",
                    Same with
                    {
                        In = new(null, "order_id"),
                    }
                )
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another value", Read("""{"order_id":"ORD-1","total":2}""")),
            new("another moment", Read("""{"order_id":"ORD-1","at":"2026-01-15T10:30:01Z"}""")),
            new("a moment rounded up too early", Moment("10:30:00.400Z", "10:30:01Z")),
            new("a moment a fraction later", Moment("10:30:00.400Z", "10:30:00.600Z")),
            new("another element", Lines("""[{"a":1},{"a":2}]""", """[{"a":1},{"a":3}]""")),
            new("one element in the place of two", Lines("""[{"a":1},{"a":1}]""", """[{"a":1},{"a":2}]""")),
            new("another member of an element", Lines("""[{"a":1,"b":2}]""", """[{"a":1,"b":3}]""")),
            new("no moment any more", Moment("10:30:00Z", "soon")),
            new("null", Read("""{"order_id":"ORD-1","total":null}""")),
            new("lost", Read(Created, """{"order_id":"ORD-1"}""", Same with { HasSameForm = true })),
            new(
                "changed without having moved",
                Read("""{"order_id":"ORD-1","status":"pending","updated_at":"2026-01-15T10:31:00Z"}""")
            ),
            new("a value where there was none", Read("""{"total":null}""", """{"total":2}""")),
            new(
                "changed where nothing shows that it moved",
                Read("""{"updated_at":"2026-01-15T10:30:00Z"}""", """{"updated_at":"2026-01-15T10:31:00Z"}""")
            ),
            new(
                "an element lost",
                Read("""{"order_id":"ORD-1","lines":[{"a":1},{"a":2}]}""", """{"order_id":"ORD-1","lines":[{"a":1}]}""")
            ),
            new(
                "an element of a list",
                Read(Created, """[{"order_id":"ORD-1","total":9}]""", Same with { In = new(null, "order_id") })
            ),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case(Same).Answering("create", 201, """{"total":1}""").Answering("read", 200, body, headers);

    [Test]
    public void Without_anything_in_common_nothing_is_judged()
    {
        OutcomesOf(Read("{}").Judge()).Should().Equal(CheckOutcome.NotJudged);
        OutcomesOf(Read(Created, "[]", Same with { In = new(null, "order_id") }).Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void The_finding_shows_both_values()
    {
        var finding = Read("""{"order_id":"ORD-1","total":2}""")
            .Judge()
            .Failures.Single(f => f.Check == Check)
            .Finding!;

        finding.Where.Should().Be("step read, response 200, body, $.total");
        finding.Expected.Should().Be("number 1.50, as step create answered (specs/sample.yaml:41)");
        finding.Actual.Should().Be("number 2");
    }

    private static Recorded Moment(string before, string after) =>
        Read(
            $$"""{"order_id":"ORD-1","at":"2026-01-15T{{before}}"}""",
            $$"""{"order_id":"ORD-1","at":"2026-01-15T{{after}}"}"""
        );

    private static Recorded Lines(string before, string after) =>
        Read($$"""{"order_id":"ORD-1","lines":{{before}}}""", $$"""{"order_id":"ORD-1","lines":{{after}}}""");

    private static Recorded Read(string after) => Read(Created, after);

    private static Recorded Read(string before, string after, FieldsPersist? expected = null) =>
        Case(expected ?? Same).Answering("create", 201, before).Answering("read", 200, Encoding.UTF8.GetBytes(after));

    private static Recorded Case(FieldsPersist expected) => Recorded.Step().Then("read").Expecting(expected);
}
