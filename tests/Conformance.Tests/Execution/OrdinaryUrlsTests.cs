using System.Net;
using Conformance.Execution.Http;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class OrdinaryUrlsTests
{
    [TestCase("/notes/7?limit=2")]
    [TestCase("/notes/a%20b%2Fc")]
    [TestCase("/")]
    public async Task A_test_server_that_takes_URLs_apart_is_sent_what_reads_the_same(string path)
    {
        var seen = await SendAsync(new TakesUrlsApart(), path);

        seen.Should().Be(path);
    }

    [TestCase("/notes/%2e%2e/7")]
    [TestCase("/notes/../7")]
    public async Task What_it_cannot_be_sent_as_it_is_written_is_not_sent_otherwise(string path)
    {
        var sending = () => SendAsync(new TakesUrlsApart(), path);

        (await sending.Should().ThrowAsync<NotSendableException>()).WithMessage($"{path} cannot be sent as it is*");
    }

    [Test]
    public async Task A_handler_that_leaves_URLs_alone_is_sent_every_one_as_it_is_written()
    {
        var seen = await SendAsync(new LeavesUrlsAlone(), "/notes/%2e%2e/7");

        seen.Should().Be("/notes/%2e%2e/7");
    }

    private static async Task<string> SendAsync(HttpMessageHandler handler, string path)
    {
        using var client = new HttpMessageInvoker(new OrdinaryUrls(handler));
        using var request = new HttpRequestMessage(HttpMethod.Get, TargetAddresses.Exact($"http://localhost{path}"));
        using var answer = await client.SendAsync(request, CancellationToken.None);
        return answer.ReasonPhrase!;
    }

    // What ASP.NET's test server does with a request's URL.
    private sealed class TakesUrlsApart : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    ReasonPhrase = request.RequestUri!.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped),
                }
            );
    }

    private sealed class LeavesUrlsAlone : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { ReasonPhrase = request.RequestUri!.PathAndQuery }
            );
    }
}
