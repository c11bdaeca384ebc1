using Conformance.Scenarios.Deliveries;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>Deliveries are POST requests with a JSON body that says that it is one (STANDARDS WHS-01).</summary>
internal sealed class DeliveriesArePosts : DeliveryInvariant
{
    /// <inheritdoc />
    protected override void Look(SeenDelivery delivery)
    {
        var request = delivery.Exchange.Request;
        var location =
            (delivery.Webhooks.Format ?? delivery.Webhooks.Description)?.Location ?? delivery.Webhooks.Location;
        if (request.Method is not "POST")
        {
            Break(
                new Finding(
                    delivery.Where("method"),
                    Cited.At("POST", location),
                    Excerpt.OfText(request.Method, 20),
                    "send events by POST"
                ),
                delivery.Exchange
            );
        }

        if (delivery.Facts.IsElsewhere)
        {
            Break(
                new Finding(
                    delivery.Where("path"),
                    Cited.At("the path of the registered address", location),
                    Excerpt.OfText(request.Url.PathAndQuery, 100),
                    "deliver to the whole address that was registered, its path and query included"
                ),
                delivery.Exchange
            );
        }

        if (!IsJson(request.ContentType))
        {
            Break(
                new Finding(
                    delivery.Where("Content-Type"),
                    Cited.At("application/json", location),
                    request.ContentType is { } type ? Excerpt.OfText(type, 60) : "absent",
                    "send the content type of what is sent"
                ),
                delivery.Exchange
            );
        }

        if (delivery.Json is null && !delivery.Facts.IsTruncated)
        {
            Break(
                new Finding(
                    delivery.Where("body"),
                    Cited.At("JSON", location),
                    delivery.Body.Defect!,
                    "send events as JSON in UTF-8"
                ),
                delivery.Exchange
            );
        }
    }

    private static bool IsJson(string? type)
    {
        var media = type?.Split(';')[0].Trim();
        return media is not null
            && (
                media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            );
    }
}
