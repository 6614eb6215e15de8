"""The analysts' side: evaluation today; data sets, training and the model registry as they come."""
