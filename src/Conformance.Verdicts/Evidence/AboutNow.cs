using System.Globalization;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Evidence;

/// <summary>A field that tells a time of its own exchange.</summary>
internal static class AboutNow
{
    // More than clocks that are kept differ.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>Judges the field; null when it holds no time, which is the schema's business.</summary>
    /// <param name="seen">The exchange.</param>
    /// <param name="field">Path of the field.</param>
    /// <param name="answered">When it was answered, by the clock that the target tells time by.</param>
    /// <param name="fix">How to put it right.</param>
    public static Judgement? Judge(SeenExchange seen, string field, DateTimeOffset answered, string fix)
    {
        if (
            FieldPath.FindText(seen.Json, field) is not { } text
            || !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
        {
            return null;
        }

        return (moment - answered).Duration() <= Tolerance
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    seen.WhereInBody(field),
                    $"about {answered.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                    Excerpt.OfText(text, 60),
                    fix
                )
            );
    }
}
