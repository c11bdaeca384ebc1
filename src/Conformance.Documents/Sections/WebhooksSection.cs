using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>The events, how they are signed and verified, and how often they are tried.</summary>
internal sealed class WebhooksSection : IDocumentSection
{
    public string Title => "Webhooks";

    public bool IsIn(IntegrationSpecification specification) => specification.Webhooks is not null;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        var webhooks = specification.Webhooks!;
        text.Paragraph(webhooks.Description?.Value);
        text.List(new[] { webhooks.Delivery?.Value, webhooks.Format?.Value }.OfType<string>());
        Events(text, webhooks);
        if (webhooks.Envelope is { } envelope)
        {
            text.Heading(2, "Payload");
            SchemaTable.Write(text, envelope);
        }

        if (webhooks.Security is { } security)
        {
            Security(text, security);
        }

        if (webhooks.Retry is { } retry)
        {
            Retry(text, retry);
        }
    }

    private static void Events(MarkdownText text, Webhooks webhooks)
    {
        if (webhooks.Events.IsEmpty)
        {
            return;
        }

        text.Heading(2, "Events");
        text.Table(
            ["Event", "Description", "Caused by"],
            [
                .. webhooks.Events.Select(e =>
                    new[]
                    {
                        MarkdownText.Value(e.Name.Value),
                        MarkdownText.Inline(e.Description?.Value),
                        string.Join(", ", e.TriggeredBy.Select(t => MarkdownText.Value(t.Value))),
                    }
                ),
            ]
        );
        foreach (var kind in webhooks.Events.Where(e => e.Payload is not null))
        {
            text.Label(kind.Name.Value);
            SchemaTable.Write(text, kind.Payload!);
        }
    }

    private static void Security(MarkdownText text, WebhookSecurity security)
    {
        text.Heading(2, "Security");
        text.Table(
            ["Property", "Value"],
            [
                .. new[]
                {
                    ("Signature header", MarkdownText.Value(security.SignatureHeader?.Value)),
                    ("Algorithm", MarkdownText.Inline(security.Algorithm?.Value)),
                    ("Signed content", MarkdownText.Value(security.SignedContent?.Value)),
                    ("Prefix", MarkdownText.Value(security.SignaturePrefix)),
                    ("Timestamp header", MarkdownText.Value(security.TimestampHeader?.Value)),
                    ("Oldest timestamp", security.Tolerance is { } age ? DurationText.Of(age.Value) : ""),
                    ("Repeated events are known by", MarkdownText.Value(security.Dedupe?.Key.Value)),
                }
                    .Where(row => row.Item2.Length > 0)
                    .Select(row => new[] { row.Item1, row.Item2 }),
            ]
        );
        foreach (var (language, code) in security.VerificationExamples)
        {
            text.Label($"Verification in {language}");
            text.Code(language, code.Value);
        }
    }

    private static void Retry(MarkdownText text, WebhookRetryPolicy retry)
    {
        text.Heading(2, "Retry Policy");
        text.Table(
            ["Attempt", "When"],
            [
                .. retry.Schedule.Select(
                    (at, i) => new[] { (i + 1).ToString(CultureInfo.InvariantCulture), When(at.Value, i, retry) }
                ),
            ]
        );
        text.List(
            new[]
            {
                retry.SuccessCriteria is { } success ? $"Delivered is: {success.Value}" : null,
                retry.FailureAction is { } failure ? $"After the last attempt: {failure.Value}" : null,
            }.OfType<string>()
        );
    }

    private static string When(TimeSpan at, int index, WebhookRetryPolicy retry) =>
        index == 0 || at == TimeSpan.Zero ? DurationText.Of(at)
        : retry.ScheduleMeaning?.Value is "gaps" ? $"{DurationText.Of(at)} after the attempt before"
        : retry.ScheduleMeaning?.Value is "offsets" ? $"{DurationText.Of(at)} after the first attempt"
        : DurationText.Of(at);
}
