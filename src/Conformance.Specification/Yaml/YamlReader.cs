using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using YamlDotNet.Core;

namespace Conformance.Specification.Yaml;

/// <summary>Reads a text into a located tree, or says why that cannot be done.</summary>
internal static class YamlReader
{
    private const int EventsBetweenCancellationChecks = 1_024;

    /// <summary>The root, or null when the text is no YAML document; what was found is in the bag either way.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ImmutableArray<int> backslashes = [];
        for (var repairs = 0; ; repairs++)
        {
            var found = new DiagnosticBag();
            var text = ParserText.Of(source.Text, backslashes);
            try
            {
                var root = Build(source.Name, text, found, cancellationToken);
                diagnostics.AddRange(found);
                return root;
            }
            catch (YamlException failure)
                when (repairs < YamlLimits.MaxRepairs && EscapeRepair.Try(source, text, failure) is { } repair)
            {
                // The text means what its author wanted once the backslashes are taken literally: say so, and go on reading.
                diagnostics.Add(repair.Diagnostic);
                backslashes = [.. backslashes, .. repair.Backslashes];
            }
            catch (YamlException failure)
            {
                diagnostics.AddRange(found);
                diagnostics.Add(SyntaxFinding.Of(failure, source, text));
                return null;
            }
            catch (YamlRejected rejected)
            {
                diagnostics.AddRange(found);
                diagnostics.Add(rejected.Diagnostic);
                return null;
            }
        }
    }

    private static YamlNode? Build(
        string file,
        ParserText text,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    )
    {
        using var reader = new StringReader(text.Text);
        var parser = new Parser(reader);
        var builder = new YamlTreeBuilder(file, text, diagnostics);
        for (var count = 0; MoveNext(parser); count++)
        {
            if (count % EventsBetweenCancellationChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            builder.Take(parser.Current!);
        }

        return builder.Root;
    }

    /// <summary>The parser also throws other exceptions on some malformed texts (an unclosed bracket before a key).</summary>
    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception unexpected) when (unexpected is not YamlException)
        {
            var at = parser.Current;
            throw new SyntaxErrorException(
                at?.Start ?? Mark.Empty,
                at?.End ?? Mark.Empty,
                "a bracket, brace or quote that starts near here is not closed"
            );
        }
    }
}
