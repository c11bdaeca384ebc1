using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>Changes the nodes of a YAML or JSON text; the result is a text of the same kind.</summary>
/// <param name="random">Decides everything.</param>
internal sealed class TreeMutations(Random random)
{
    /// <summary>A few changes; null when the text has no tree.</summary>
    public string? Of(string text, string other)
    {
        // Lines of JSON are trees of their own: one of them is changed.
        if (text.StartsWith('{') && text.Contains("}\n{", StringComparison.Ordinal))
        {
            var lines = text.Split('\n');
            var at = random.Next(lines.Length);
            lines[at] = One(lines[at], other) ?? lines[at];
            return string.Join('\n', lines);
        }

        return One(text, other);
    }

    private string? One(string text, string other)
    {
        if (TreeText.Parse(text) is not { } root)
        {
            return null;
        }

        try
        {
            for (var left = random.Next(1, 5); left > 0; left--)
            {
                Change(root, other);
            }

            return TreeText.Write(root, asJson: text.AsSpan().TrimStart() is ['{' or '[', ..]);
        }
        catch (YamlException)
        {
            // An alias of what it stands in: such a tree cannot be walked. Lines are changed into these as well.
            return null;
        }
    }

    private void Change(YamlDocument document, string other)
    {
        var holders = document
            .AllNodes.Where(n =>
                n is YamlMappingNode { Children.Count: > 0 } or YamlSequenceNode { Children.Count: > 0 }
            )
            .ToList();
        if (holders.Count == 0)
        {
            return;
        }

        switch (holders[random.Next(holders.Count)])
        {
            case YamlMappingNode mapping:
                Change(mapping, document, other);
                break;
            case YamlSequenceNode sequence:
                Change(sequence, document, other);
                break;
        }
    }

    private void Change(YamlMappingNode mapping, YamlDocument document, string other)
    {
        var (key, value) = mapping.Children.ElementAt(random.Next(mapping.Children.Count));
        if (random.Next(6) == 0)
        {
            mapping.Children.Remove(key);
        }
        else if (random.Next(5) == 0)
        {
            // The same value under another name: one of the awkward, or one that another place uses.
            var name = random.Next(3) == 0 ? Scalars.Any(random) : AnyKey(document) ?? "x";
            mapping.Children[new YamlScalarNode(name)] = value;
        }
        else
        {
            mapping.Children[key] = Other(value, document, other);
        }
    }

    private void Change(YamlSequenceNode sequence, YamlDocument document, string other)
    {
        var at = random.Next(sequence.Children.Count);
        switch (random.Next(4))
        {
            case 0:
                sequence.Children.RemoveAt(at);
                break;
            case 1:
                sequence.Children.Insert(random.Next(sequence.Children.Count + 1), sequence.Children[at]);
                break;
            default:
                sequence.Children[at] = Other(sequence.Children[at], document, other);
                break;
        }
    }

    private YamlNode Other(YamlNode value, YamlDocument document, string other) =>
        random.Next(10) switch
        {
            0 => new YamlSequenceNode(value, value),
            1 => new YamlMappingNode(new YamlScalarNode(Scalars.Any(random)), value),
            2 => value is YamlMappingNode { Children.Count: > 0 } mapping
                ? mapping.Children.First().Value
                : new YamlSequenceNode(),
            3 or 4 => AnyNode(document) is { } node && !node.AllNodes.Contains(value) ? node : new YamlMappingNode(),
            5 when TreeText.Parse(other) is { } foreign => AnyNode(foreign)!,
            6 when value is YamlScalarNode scalar => new YamlScalarNode(Changed(scalar.Value ?? ""))
            {
                Style = scalar.Style,
            },
            _ => new YamlScalarNode(Scalars.Any(random))
            {
                Style = random.Next(3) == 0 ? ScalarStyle.DoubleQuoted : ScalarStyle.Any,
            },
        };

    private string Changed(string text) =>
        random.Next(4) switch
        {
            0 => text + Scalars.Any(random),
            1 when text.Length > 1 => text[..random.Next(text.Length)],
            2 => string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + random.Next(10)) : c)),
            _ => text.Insert(random.Next(text.Length + 1), Scalars.Any(random)),
        };

    private YamlNode? AnyNode(YamlDocument document)
    {
        var nodes = document.AllNodes.ToList();
        return nodes[random.Next(nodes.Count)];
    }

    private string? AnyKey(YamlDocument document)
    {
        var keys = document
            .AllNodes.OfType<YamlMappingNode>()
            .SelectMany(m => m.Children.Keys)
            .OfType<YamlScalarNode>()
            .ToList();
        return keys.Count == 0 ? null : keys[random.Next(keys.Count)].Value;
    }
}
