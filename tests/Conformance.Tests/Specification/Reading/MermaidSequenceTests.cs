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
    public void Messages_know_the_branches_around_them()
    {
        var reading = Read(
            "par one",
            "A->>B: 1",
            "and two",
            "A->>B: 2",
            "end",
            "alt paid",
            "opt now",
            "A->>B: 3",
            "end",
            "else",
            "A->>B: 4",
            "end",
            "A->>B: 5"
        );

        reading
            .Messages.Select(m => string.Join(' ', m.Within.Select(b => $"{b.Block}.{b.Branch}")))
            .Should()
            .Equal("0.0", "0.1", "1.0 2.0", "1.1", "");
        reading
            .Blocks.Select(b => (b.Kind, string.Join('|', b.Conditions)))
            .Should()
            .Equal(
                (DiagramBlockKind.Parallel, "one|two"),
                (DiagramBlockKind.Alternatives, "paid|"),
                (DiagramBlockKind.Optional, "now")
            );
        reading.Messages[2].GoesWith(reading.Messages[3]).Should().BeFalse();
        reading.Messages[2].GoesWith(reading.Messages[4]).Should().BeTrue();
        reading.Problems.Should().BeEmpty();
    }

    [Test]
    public void Keywords_are_read_in_any_case_and_codes_of_characters_are_characters() =>
        Read("Participant A AS API", "ALT x", "A->>A: one#59; two #35;1", "END")
            .Messages.Should()
            .ContainSingle()
            .Which.Text.Value.Should()
            .Be("one  two #1");

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
                "deactivate A",
                "accDescr {",
                "A->>B: not this either",
                "}"
            )
            .Should()
            .BeEquivalentTo(new { Messages = Array.Empty<object>(), Problems = Array.Empty<object>() });

    [Test]
    public void What_cannot_be_read_is_told_with_its_line()
    {
        var problem = Read("A->>B: ok", "A sends B something").Problems.Should().ContainSingle().Subject;

        (problem.Value, problem.Location.Line, problem.Location.Column)
            .Should()
            .Be(("'A sends B something' is no line of a mermaid sequence diagram", 12, 1));
    }

    [TestCase("flowchart LR", "no mermaid sequence diagram: it does not begin with 'sequenceDiagram'")]
    [TestCase("sequenceDiagram\nalt x\nA->>B: 1", "'alt' is never closed by 'end'")]
    [TestCase("sequenceDiagram\nnote over A\nA->>B: 1", "'note' is never closed by 'end note'")]
    public void What_is_wrong_as_a_whole_is_told(string text, string problem) =>
        MermaidSequence
            .Read(new(text, SourceLocation.None), (1, 1))
            .Problems.Should()
            .ContainSingle()
            .Which.Value.Should()
            .Be(problem);

    [TestCase("---\ntitle: Orders\nconfig:\n  theme: base\n---\nsequenceDiagram\nA->>B: 1")]
    [TestCase("```mermaid\nsequenceDiagram\nA->>B: 1\n```")]
    [TestCase("%%{init: {'theme': 'base'}}%%\nsequenceDiagram;A->>B: 1;")]
    public void Front_matter_fences_and_directives_are_passed_over(string text) =>
        MermaidSequence
            .Read(new(text, SourceLocation.None), (1, 1))
            .Should()
            .Match<SequenceReading>(r => r.Messages.Length == 1 && r.Problems.IsEmpty);

    private static SequenceReading Read(params string[] lines) =>
        MermaidSequence.Read(
            new Located<string>(string.Join('\n', ["sequenceDiagram", .. lines]), SourceLocation.None),
            start: (10, 1)
        );
}
