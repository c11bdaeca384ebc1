using System.Globalization;
using System.Xml.Linq;
using Conformance.Diagrams;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Diagrams;

/// <summary>What is drawn of mermaid diagrams.</summary>
public sealed class MermaidPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Test]
    public void A_sequence_has_its_participants_messages_notes_and_conditions_in_words() =>
        Words(
                Sequence(
                    "actor C as Customer",
                    "participant A as API",
                    "C->>+A: order",
                    "Note right of A: checks",
                    "alt paid",
                    "A-->>-C: done",
                    "else not paid",
                    "A--xC: refused",
                    "end"
                )
            )
            .Should()
            .Contain(["Customer", "API", "order", "checks", "alt", "[paid]", "done", "[not paid]", "refused"]);

    [Test]
    public void Messages_stand_below_each_other_in_their_order()
    {
        var heights = Texts(Sequence("A->>B: one", "B->>B: two", "B-->>A: three"))
            .Where(t => t.Value is "one" or "two" or "three")
            .OrderBy(Y)
            .Select(t => t.Value);

        heights.Should().Equal("one", "two", "three");
    }

    [Test]
    public void An_answer_is_dashed_and_a_call_is_not() =>
        Sequence("A->>B: x", "B-->>A: y")
            .Elements(Svg + "path")
            .Count(p => (string?)p.Attribute("stroke-dasharray") == "5 4")
            .Should()
            .Be(1);

    [Test]
    public void A_participant_that_is_active_has_a_bar_from_call_to_answer()
    {
        var with = Sequence("A->>+B: x", "B-->>-A: y").Elements(Svg + "rect").Count();
        var without = Sequence("A->>B: x", "B-->>A: y").Elements(Svg + "rect").Count();

        (with - without).Should().Be(1);
    }

    [Test]
    public void Long_words_do_not_reach_beyond_their_participants()
    {
        var picture = Sequence("A->>B: " + string.Join(' ', Enumerable.Repeat("word", 40)));

        Texts(picture).Count(t => t.Value.StartsWith("word", StringComparison.Ordinal)).Should().BeGreaterThan(3);
        double.Parse((string)picture.Attribute("width")!, CultureInfo.InvariantCulture).Should().BeLessThan(450);
    }

    [Test]
    public void A_flowchart_leads_from_left_to_right()
    {
        var picture = Drawn("flowchart LR\n A[First] --> B(Second)\n B -- then --> C{Third}\n C -.-> A");
        var left = Texts(picture).ToDictionary(t => t.Value, X);

        left["First"].Should().BeLessThan(left["Second"]);
        left["Second"].Should().BeLessThan(left["then"]);
        left["then"].Should().BeLessThan(left["Third"]);
    }

    [Test]
    public void A_group_stands_around_what_is_in_it()
    {
        var picture = Drawn("graph TD\n subgraph core [Core]\n A-->B\n end\n C --> core");
        var group = picture.Elements(Svg + "rect").First();
        var (top, bottom) = (Number(group, "y"), Number(group, "y") + Number(group, "height"));
        var height = Texts(picture).ToDictionary(t => t.Value, Y);

        new[] { height["A"], height["B"] }.Should().OnlyContain(y => y > top && y < bottom);
        height["C"].Should().BeLessThan(top);
    }

    [TestCase("sequenceDiagram\nA->>B: <script>alert(1)</script>")]
    [TestCase("flowchart LR\nA[\"a & b\"] --> B[\"</svg>\"]")]
    public void What_is_written_never_becomes_markup(string mermaid)
    {
        var names = Drawn(mermaid).DescendantsAndSelf().Select(e => e.Name.LocalName).Distinct();

        names.Should().BeSubsetOf(["svg", "title", "desc", "rect", "path", "polygon", "text"]);
    }

    [TestCase("sequenceDiagram\nA sends B something")]
    [TestCase("flowchart LR\nA ~> B")]
    [TestCase("flowchart LR\nsubgraph x\nA --> B")]
    [TestCase("stateDiagram-v2\n[*] --> Still")]
    [TestCase("Client -> Server")]
    [TestCase("")]
    public void What_is_not_understood_is_not_drawn(string mermaid) =>
        MermaidPicture.Draw(mermaid, "d", "Diagram").Should().BeNull();

    [Test]
    public void It_is_an_image_with_a_name_and_the_same_in_words()
    {
        var picture = Drawn("flowchart LR\n A[Shop] -->|books| B[Carrier]");

        ((string)picture.Attribute("role")!).Should().Be("img");
        picture.Element(Svg + "title")!.Value.Should().Be("Diagram");
        picture.Element(Svg + "desc")!.Value.Should().Be("Shop to Carrier: books.");
        ((string)picture.Attribute("aria-labelledby")!)
            .Split(' ')
            .Should()
            .Equal(picture.Elements().Take(2).Select(e => (string)e.Attribute("id")!));
    }

    private static XElement Sequence(params string[] lines) => Drawn(string.Join('\n', ["sequenceDiagram", .. lines]));

    private static XElement Drawn(string mermaid) =>
        XElement.Parse(MermaidPicture.Draw(mermaid, "d", "Diagram") ?? throw new AssertionException("not drawn"));

    private static IEnumerable<XElement> Texts(XElement picture) => picture.Elements(Svg + "text");

    private static IEnumerable<string> Words(XElement picture) => Texts(picture).Select(t => t.Value);

    private static double X(XElement element) => Number(element, "x");

    private static double Y(XElement element) => Number(element, "y");

    private static double Number(XElement element, string name) =>
        double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
