using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>sequence_diagrams</c>: entries with a title, or a text alone.</summary>
internal static class SequenceDiagramReader
{
    private const string What = "a sequence diagram";

    public static ImmutableArray<SequenceDiagram> Read(YamlNode node, ReadingContext context) =>
        node switch
        {
            YamlSequence list => [.. list.Items.Select(item => One(item, context)).OfType<SequenceDiagram>()],
            YamlMapping mapping when mapping.Find("diagram") is null =>
            [
                .. MappingReader
                    .Named(mapping)
                    .Select(e => Titled(new(e.Key.Text, e.Key.Location), context.Text(e.Value, What)))
                    .OfType<SequenceDiagram>(),
            ],
            _ => One(node, context) is { } diagram ? [diagram] : [],
        };

    private static SequenceDiagram? One(YamlNode node, ReadingContext context)
    {
        if (node is not YamlMapping mapping)
        {
            return Titled(new Located<string>("Sequence", node.Location), context.Text(node, What));
        }

        var reader = new MappingReader(mapping, What, context);
        var title = reader.Text("title") ?? new Located<string>("Sequence", node.Location);
        var diagram = Titled(title, reader.RequiredText("diagram"));
        reader.Ignore("description");
        reader.End();
        return diagram;
    }

    private static SequenceDiagram? Titled(Located<string> title, Located<string>? text) =>
        text is null ? null : new SequenceDiagram(title, text);
}
