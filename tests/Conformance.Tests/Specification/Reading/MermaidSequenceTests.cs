using Conformance.Specification.Model;
using Conformance.Specification.Reading.Sequences;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Reading;

/// <summary>What a mermaid sequence diagram says, line by line.</summary>
public sealed class MermaidSequenceTests
{
    [TestCase("->>", false, false)]
    [TestCase("-->>", true, false)]
    [TestCase("--)", true, true)]
    [TestCase("-)", false, true)]
    [TestCase("->", false, false)]
    [TestCase("-->", true, false)]
    [TestCase("-x", false, false)]
    [TestCase("--x", true, false)]
    public void Every_arrow_is_a_message(string arrow, bool isAnswer, bool isAsynchronous)
    {
        var message = Read($"Client{arrow}API Gateway: POST /things").Messages.Should().ContainSingle().Subject;

        message
            .Should()
            .BeEquivalentTo(
                new
                {
                    From = "Client",
                    To = "API Gateway",
                    Arrow = arrow,
                }
            );
        (message.IsAnswer, message.IsAsynchronous).Should().Be((isAnswer, isAsynchronous));
        message.Text.Value.Should().Be("POST /things");
    }

    [Test]
    public void An_alias_stands_for_the_name_that_is_shown() =>
        Read("participant A as API Gateway", "actor C as Client", "C->>+A: hello", "A-->>-C: hi")
            .Messages.Select(m => (m.From, m.To))
            .Should()
            .Equal(("Client", "API Gateway"), ("API Gateway", "Client"));

    [Test]
    public void A_message_keeps_its_line() =>
        Read("participant A", "", "A->>A: think").Messages[0].Text.Location.Line.Should().Be(13);

    [Test]
    public void Conditions_and_repetitions_are_known_and_parallels_are_none()
    {
        var reading = Read(
            "par one",
            "A->>B: 1",
            "and two",
            "A->>B: 2",
            "end",
            "alt x",
            "A->>B: 3",
            "else y",
            "A->>B: 4",
            "end",
            "A->>B: 5"
        );

        reading.Messages.Select(m => m.IsUnconditional).Should().Equal(true, true, false, false, true);
        reading.Problems.Should().BeEmpty();
    }

    [Test]
    public void What_says_nothing_is_passed_over() =>
        Read(
                "%% comment",
                "autonumber",
                "Note over A,B: text->>text",
                "note right of A",
                "A->>B: not this",
                "end note",
                "activate A",
                "deactivate A"
            )
            .Should()
            .BeEquivalentTo(new { Messages = Array.Empty<object>(), Problems = Array.Empty<object>() });

    [Test]
    public void What_cannot_be_read_is_told_with_its_line()
    {
        var problem = Read("A->>B: ok", "A sends B something").Problems.Should().ContainSingle().Subject;

        (problem.Value, problem.Location.Line).Should().Be(("A sends B something", 12));
    }

    private static SequenceReading Read(params string[] lines) =>
        MermaidSequence.Read(
            new Located<string>(string.Join('\n', ["sequenceDiagram", .. lines]), SourceLocation.None),
            firstLine: 10
        );
}
