using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conformance.Specification.Yaml;

/// <summary>Builds the located tree from the events of one document, bounded in depth and expansion.</summary>
internal sealed class YamlTreeBuilder(string file, ParserText text, DiagnosticBag diagnostics)
{
    private readonly Stack<OpenNode> open = new();
    private readonly Dictionary<string, Finished> anchors = new(StringComparer.Ordinal);
    private readonly List<(OpenNode Into, YamlNode Value)> merges = [];
    private long aliased;

    /// <summary>The document's node once its last event was taken.</summary>
    public YamlNode? Root { get; private set; }

    public void Take(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart when Root is not null:
                throw Rejected(
                    LoaderRules.Syntax,
                    parsed,
                    "a second document starts here",
                    "keep one document per file"
                );
            case Scalar scalar:
                TakeScalar(scalar);
                break;
            case MappingStart or SequenceStart:
                Open((NodeEvent)parsed);
                break;
            case MappingEnd or SequenceEnd:
                Close(parsed);
                break;
            case AnchorAlias alias:
                TakeAlias(alias);
                break;
        }
    }

    private void TakeScalar(Scalar scalar)
    {
        var isPlain = scalar.Style is ScalarStyle.Plain && scalar.Tag.IsEmpty;
        var path = Path();
        var span = text.Span(scalar.Start, scalar.End);
        var value = text.Restore(scalar.Value);
        if (open.TryPeek(out var parent) && parent.WantsKey)
        {
            parent.Key = new YamlScalar(value, isPlain, file, parent.Path.Key(value), span);
            return;
        }

        var node = new YamlScalar(value, isPlain, file, path, span)
        {
            Block = scalar.Style is ScalarStyle.Literal ? text.Block(scalar.Start, value) : null,
        };
        Put(node, scalar.Anchor.IsEmpty ? null : scalar.Anchor.Value, 1, 0);
    }

    private void Open(NodeEvent start)
    {
        if (open.TryPeek(out var parent) && parent.WantsKey)
        {
            throw Rejected(
                LoaderRules.Syntax,
                start,
                "a key must be a text, here it is a mapping or a list",
                "put the key in quotes if its braces or brackets are meant literally"
            );
        }

        if (open.Count >= YamlLimits.MaxDepth)
        {
            throw TooDeep(start);
        }

        open.Push(new OpenNode(start, Path()));
    }

    private void Close(ParsingEvent end)
    {
        var node = open.Pop();
        ApplyMerges(node);
        var closed = node.Close(file, text.Span(node.Start, end.End));
        if (closed is YamlMapping { Duplicates.IsEmpty: false } mapping)
        {
            DuplicateKeys.Report(mapping, diagnostics);
        }

        Put(closed, node.Anchor, node.Size, node.Height + 1);
    }

    private void TakeAlias(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!anchors.TryGetValue(name, out var target))
        {
            var isOpen = open.Any(o => o.Anchor == name);
            var shown = text.Restore(name);
            throw Rejected(
                LoaderRules.Reference,
                alias,
                isOpen
                    ? $"alias '*{shown}' refers to the value it stands in"
                    : $"alias '*{shown}' has no anchor '&{shown}' before it",
                isOpen ? "write the value out" : $"define '&{shown}' above, or write the value out"
            );
        }

        aliased += target.Size;
        if (aliased > YamlLimits.MaxAliasedNodes)
        {
            throw Rejected(
                LoaderRules.Limit,
                alias,
                $"aliases write out to more than {YamlLimits.MaxAliasedNodes} values",
                "write the values out, or use fewer aliases inside aliased values"
            );
        }

        if (open.Count + target.Height > YamlLimits.MaxDepth)
        {
            throw TooDeep(alias);
        }

        if (open.TryPeek(out var parent) && parent.WantsKey)
        {
            throw Rejected(LoaderRules.Syntax, alias, "an alias cannot be a key", "write the key out");
        }

        Put(target.Node, null, target.Size, target.Height);
    }

    private void Put(YamlNode node, string? anchor, long size, int height)
    {
        if (anchor is not null)
        {
            anchors[anchor] = new Finished(node, size, height);
        }

        if (!open.TryPeek(out var parent))
        {
            Root = node;
            return;
        }

        parent.Size += size;
        parent.Height = Math.Max(parent.Height, height);
        if (parent.Key is { IsPlain: true, Text: "<<" })
        {
            merges.Add((parent, node));
            parent.Key = null;
            return;
        }

        parent.Add(node);
    }

    private void ApplyMerges(OpenNode node)
    {
        foreach (var (into, value) in merges.Where(m => m.Into == node).ToList())
        {
            foreach (var part in value is YamlSequence list ? list.Items : [value])
            {
                if (part is YamlMapping mapping)
                {
                    into.Merge(mapping);
                }
                else
                {
                    diagnostics.Report(
                        LoaderRules.WrongType,
                        part.Location,
                        "'<<' merges mappings",
                        "an alias of a mapping",
                        part.Describe()
                    );
                }
            }
        }

        merges.RemoveAll(m => m.Into == node);
    }

    private YamlPath Path() => open.TryPeek(out var parent) ? parent.NextPath : YamlPath.Root;

    private YamlRejected TooDeep(ParsingEvent at) =>
        Rejected(
            LoaderRules.Limit,
            at,
            $"nested deeper than {YamlLimits.MaxDepth} levels",
            "flatten the structure, or move a part to data_models and refer to it"
        );

    private YamlRejected Rejected(RuleDescription rule, ParsingEvent at, string message, string fix)
    {
        var location = text.Span(at.Start, at.End).In(file, Path().ToString());
        return new YamlRejected(new Diagnostic(rule.Id, rule.Severity, message, location) { Fix = fix });
    }

    private sealed record Finished(YamlNode Node, long Size, int Height);
}
