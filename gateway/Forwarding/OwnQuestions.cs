using System.Net;
using Yarp.ReverseProxy.Model;

namespace Ecosystem.Gateway.Forwarding;

/// <summary>What the gateway itself asks a service goes as what it forwards: by the cluster's connections and its version of HTTP.</summary>
internal static class OwnQuestions
{
    public static HttpRequestMessage Question(this ClusterState cluster, DestinationState destination, string target)
    {
        var forwarded = cluster.Model.Config.HttpRequest;
        return new(HttpMethod.Get, new Uri(new Uri(destination.Model.Config.Address), target))
        {
            Version = forwarded?.Version ?? HttpVersion.Version20,
            VersionPolicy = forwarded?.VersionPolicy ?? HttpVersionPolicy.RequestVersionOrLower,
        };
    }
}
