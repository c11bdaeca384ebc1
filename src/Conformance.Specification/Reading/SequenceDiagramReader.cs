using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Sequences;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>sequence_diagrams</c>: entries with a title, or a text alone.</summary>
/// <param name="scope">What the messages can be about.</param>
internal sealed class SequenceDiagramReader(DiagramScope scope)
{
    private const string What = "a sequence diagram";

    public ImmutableArray<SequenceDiagram> Read(YamlEntry section, ReadingContext context) =>
        section.Value switch
        {
            YamlSequence list => [.. list.Items.Select(item => One(item, context)).OfType<SequenceDiagram>()],
            YamlMapping mapping when mapping.Find("diagram") is null =>
            [
                .. MappingReader
                    .Named(mapping)
                    .Select(e => Titled(new(e.Key.Text, e.Key.Location), e.Value, context))
                    .OfType<SequenceDiagram>(),
            ],
            YamlMapping mapping => [.. new[] { One(mapping, context) }.OfType<SequenceDiagram>()],
            var text => [.. new[] { Titled(new("Sequence", text.Location), text, context) }.OfType<SequenceDiagram>()],
        };

    private SequenceDiagram? One(YamlNode node, ReadingContext context)
    {
        if (node is not YamlMapping mapping)
        {
            return Titled(new("Sequence", node.Location), node, context);
        }

        var reader = new MappingReader(mapping, What, context);
        var title = reader.Text("title") ?? new Located<string>("Sequence", node.Location);
        var hasText = reader.RequiredText("diagram") is not null;
        reader.Ignore("description");
        reader.End();
        return hasText ? Titled(title, mapping.Find("diagram")!, context) : null;
    }

    private SequenceDiagram? Titled(Located<string> title, YamlNode node, ReadingContext context)
    {
        if (context.Text(node, What) is not { } text)
        {
            return null;
        }

        var reading = MermaidSequence.Read(text, (node as YamlScalar)?.Block);
        return DiagramMeanings.Complete(new(title, text), reading, scope);
    }
}
