using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conformance.Specification.Drafts;

/// <summary>Writes a draft as YAML that people go on with: comments above what they are about, few quotes.</summary>
internal static partial class DraftText
{
    /// <summary>The YAML, which loads as the draft does.</summary>
    /// <param name="draft">The draft.</param>
    public static string Write(DraftMapping draft)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, true));
        Emit(draft, emitter);
        emitter.Emit(new DocumentEnd(true));
        emitter.Emit(new StreamEnd());
        return Spaced(text.ToString());
    }

    /// <summary>An empty line before every section; below a section every line is indented.</summary>
    private static string Spaced(string yaml)
    {
        var lines = yaml.Split('\n');
        var spaced = lines.SelectMany(
            (line, index) =>
                index > 0 && line is not ['#', ..] and not [' ', ..] and not [] && lines[index - 1] is not ['#', ..]
                || index > 0 && line is ['#', ..] && lines[index - 1] is not ['#', ..]
                    ? new[] { "", line }
                    : [line]
        );
        return string.Join('\n', spaced);
    }

    private static void Emit(Draft draft, Emitter emitter)
    {
        switch (draft)
        {
            case DraftMapping mapping:
                var style = mapping.Entries.IsEmpty ? MappingStyle.Flow : MappingStyle.Block;
                emitter.Emit(new MappingStart(null, null, true, style));
                foreach (var (key, value) in mapping.Entries)
                {
                    Comment(value, emitter);
                    emitter.Emit(Scalar(key, isPlain: false, isKey: true));
                    Emit(value, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
            case DraftList list:
                var isShort = list.Items.All(i => i is DraftScalar { Text.Length: <= 24 }) && list.Items.Length <= 8;
                emitter.Emit(new SequenceStart(null, null, true, isShort ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list.Items)
                {
                    Comment(item, emitter);
                    Emit(item, emitter);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case DraftScalar scalar:
                emitter.Emit(Scalar(scalar.Text, scalar.IsPlain, isKey: false));
                break;
        }
    }

    private static void Comment(Draft draft, Emitter emitter)
    {
        foreach (var line in draft.Comment?.Split('\n') ?? [])
        {
            emitter.Emit(new Comment(line, isInline: false));
        }
    }

    private static Scalar Scalar(string text, bool isPlain, bool isKey)
    {
        var style =
            isPlain && !isKey && IsMeant(text) ? ScalarStyle.Plain
            : IsWord(text) ? ScalarStyle.Plain
            : !isKey && IsBlock(text) ? ScalarStyle.Literal
            : ScalarStyle.DoubleQuoted;
        return new Scalar(null, null, text, style, style is ScalarStyle.Plain, style is not ScalarStyle.Plain);
    }

    /// <summary>A number, a truth value or nothing, as it was written.</summary>
    private static bool IsMeant(string text) =>
        text.Length > 0
        && (CoreSchema.IsNull(text) || CoreSchema.IsNumber(text) || CoreSchema.Boolean(text) is not null);

    /// <summary>One word that no version of YAML takes for anything but a text.</summary>
    private static bool IsWord(string text) =>
        Word().IsMatch(text)
        && !IsMeant(text)
        && text.ToUpperInvariant() is not ("Y" or "N" or "YES" or "NO" or "ON" or "OFF");

    /// <summary>Several lines that a literal block keeps to the letter.</summary>
    private static bool IsBlock(string text)
    {
        var lines = text.Split('\n');
        return lines.Length > 1
            && lines[0].Length > 0
            && !char.IsWhiteSpace(text[0])
            && !text.EndsWith("\n\n", StringComparison.Ordinal)
            && lines.All(line => line.Length == 0 || !char.IsWhiteSpace(line[^1]))
            && text.All(c => c == '\n' || c is >= ' ' and <= '~' || (char.IsLetterOrDigit(c) && !char.IsSurrogate(c)));
    }

    [GeneratedRegex(@"^[A-Za-z_$][A-Za-z0-9_$./-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
